package org.scelmo.nodes.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.port.PortObject;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.nodes.io.anndatareader.AnnDataReaderNodeFactory;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.preprocessing.normalize.NormalizeCountsNodeFactory;
import org.scelmo.nodes.testing.TestNode;

/** A real file that is read in place gives, bit by bit, what the imported one gives; also behind another node. */
class LinkedReferenceDataTest {

    private static final Path DATA = Path.of(System.getProperty("scelmo.shared", "../shared"), "data");

    @ParameterizedTest
    @ValueSource(strings = {"derived/pbmc4k_soupx", "derived/pbmc_symphony_3batch", "derived/cellmix_5batch",
        "h5ad_real/cellxgene_1e4dfec4", "h5ad_real/anndata_archive_v0.7.8", "h5ad_real/scanpy_pbmc68k_reduced"})
    void givesWhatImportedDataGive(final String name) throws IOException {
        final var file = DATA.resolve(name + ".h5ad");
        assumeTrue(Files.exists(file), () -> "The reference data folder is absent: " + file);
        try (var linked = reader(file, "LINK"); var imported = reader(file, "IMPORT")) {
            assertEquals(List.of(file.toAbsolutePath().normalize().toString()), data(linked).getSpec().linkedFiles());
            assertSame(data(imported), data(linked));
            if (isNonNegative(data(imported).open().x().orElseThrow())) {
                try (var one = normalized(linked.output(0)); var other = normalized(imported.output(0))) {
                    assertSame(data(other), data(one));
                }
            }
        }
    }

    private static TestNode reader(final Path file, final String access) {
        return TestNode.of(AnnDataReaderNodeFactory::new).file(file).set("access", access).run();
    }

    private static TestNode normalized(final PortObject data) {
        return TestNode.of(NormalizeCountsNodeFactory::new).run(data);
    }

    private static AnnDataPortObject data(final TestNode node) {
        return node.output(0);
    }

    private static boolean isNonNegative(final RowBlocks x) throws IOException {
        try (var cursor = x.open()) {
            for (var block = cursor.next(1000); block != null; block = cursor.next(1000)) {
                for (int e = 0; e < block.nnz(); e++) {
                    if (block.values()[e] < 0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static void assertSame(final AnnDataPortObject expected, final AnnDataPortObject actual)
        throws IOException {
        final var left = expected.open();
        final var right = actual.open();
        assertArrayEquals(left.obs().index(), right.obs().index());
        assertArrayEquals(left.var().index(), right.var().index());
        assertEquals(left.obs().columns().keySet(), right.obs().columns().keySet());
        assertEquals(left.obsm().keySet(), right.obsm().keySet());
        try (var a = left.x().orElseThrow().open(); var b = right.x().orElseThrow().open()) {
            for (int row = 0; row < left.cells(); row++) {
                final var one = a.next(1);
                final var other = b.next(1);
                final int entries = (int)one.nnz();
                assertEquals(entries, other.nnz());
                assertArrayEquals(Arrays.copyOf(one.indices(), entries), Arrays.copyOf(other.indices(), entries));
                assertArrayEquals(Arrays.copyOf(one.values(), entries), Arrays.copyOf(other.values(), entries));
            }
        }
    }
}
