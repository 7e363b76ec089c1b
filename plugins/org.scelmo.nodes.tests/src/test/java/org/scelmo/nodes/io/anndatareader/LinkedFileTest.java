package org.scelmo.nodes.io.anndatareader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.port.PortObject;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.nodes.embedding.cellembed.CellEmbedNodeFactory;
import org.scelmo.nodes.io.embeddingreader.EmbeddingReaderNodeFactory;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.preprocessing.normalize.NormalizeCountsNodeFactory;
import org.scelmo.nodes.testing.TestKnime;
import org.scelmo.nodes.testing.TestNode;

class LinkedFileTest {

    @TempDir
    Path m_folder;

    private Path m_file;

    @BeforeEach
    void copyTheFile() throws IOException {
        m_file = Files.copy(TestKnime.demo("simulated-pbmc.h5ad"), m_folder.resolve("my cells ä.h5ad"));
    }

    private TestNode reader(final String access) {
        return TestNode.of(AnnDataReaderNodeFactory::new).file(m_file).set("access", access);
    }

    private static float[] firstValues(final RowBlocks matrix) throws IOException {
        try (var cursor = matrix.open()) {
            return cursor.next(100).values();
        }
    }

    private static AnnDataPortObject data(final TestNode node) {
        return node.output(0);
    }

    @Test
    void theFileStaysWhereItIsAndThePortSaysSo() throws IOException {
        try (var linked = reader("LINK").set("keepLayers", true).run();
                var imported = reader("IMPORT").set("keepLayers", true).run()) {
            assertEquals("", linked.warning());
            assertEquals(List.of(m_file.toString()), data(linked).getSpec().linkedFiles());
            assertEquals(List.of(), data(imported).getSpec().linkedFiles());
            assertTrue(data(linked).getSummary().endsWith("; linked to " + m_file), data(linked).getSummary());
            assertEquals(data(imported).getSpec().outline(), data(linked).getSpec().outline());
            assertEquals(0, data(linked).parts().stream().filter(p -> p.name().equals("X")).findFirst().orElseThrow()
                .bytes());
            assertArrayEquals(firstValues(data(imported).open().x().orElseThrow()),
                firstValues(data(linked).open().x().orElseThrow()));
            assertArrayEquals(firstValues(data(imported).open().layers().get("counts")),
                firstValues(data(linked).open().layers().get("counts")));
            assertEquals(imported.table(1).size(), linked.table(1).size());
        }
    }

    @Test
    void aLayerIsLinkedInThePlaceOfX() throws IOException {
        try (var linked = reader("LINK").set("matrix", "LAYER").set("layer", "counts").run();
                var imported = reader("IMPORT").set("matrix", "LAYER").set("layer", "counts").run()) {
            assertArrayEquals(firstValues(data(imported).open().x().orElseThrow()),
                firstValues(data(linked).open().x().orElseThrow()));
            assertEquals(Map.of(), data(linked).open().layers());
        }
    }

    @Test
    void nodesBehindGiveTheSameAsFromImportedData() throws IOException {
        final var vectors = TestNode.of(EmbeddingReaderNodeFactory::new).file(TestKnime.demo("gene-vectors.tsv"));
        try (var linked = reader("LINK").run(); var imported = reader("IMPORT").run(); vectors) {
            final PortObject embedding = vectors.run().output(0);
            try (var one = TestNode.of(CellEmbedNodeFactory::new).run(data(linked), embedding);
                    var other = TestNode.of(CellEmbedNodeFactory::new).run(data(imported), embedding)) {
                assertArrayEquals(embedded(other), embedded(one));
                assertEquals(List.of(m_file.toString()), data(one).getSpec().linkedFiles(), "handed on by reference");
            }
        }
    }

    private static float[][] embedded(final TestNode node) throws IOException {
        return data(node).open().obsm().get("X_scelmo").copy(0, 1000);
    }

    @Test
    void anXComputedFromALinkIsAnImportedOne() throws IOException {
        try (var linked = reader("LINK").set("matrix", "LAYER").run();
                var imported = reader("IMPORT").set("matrix", "LAYER").run();
                var one = TestNode.of(NormalizeCountsNodeFactory::new).run(data(linked));
                var other = TestNode.of(NormalizeCountsNodeFactory::new).run(data(imported))) {
            assertArrayEquals(firstValues(data(other).open().x().orElseThrow()),
                firstValues(data(one).open().x().orElseThrow()));
            Files.delete(m_file);
            assertEquals(1000, data(one).open().x().orElseThrow().rows());
            final boolean countsKept = !data(one).open().layers().isEmpty();
            assertEquals(countsKept, !data(one).getSpec().linkedFiles().isEmpty(), "only a kept X is still linked");
        }
    }

    @Test
    void aFileThatWasMovedOrChangedStopsTheNextNodeWithWhatToDo() throws IOException {
        try (var linked = reader("LINK").run()) {
            final var date = Files.getLastModifiedTime(m_file);
            Files.setLastModifiedTime(m_file, FileTime.fromMillis(date.toMillis() + 60_000));
            try (var next = TestNode.of(NormalizeCountsNodeFactory::new)) {
                assertTrue(next.failure(data(linked)).contains("it was changed"));
            }
            Files.setLastModifiedTime(m_file, date);
            Files.move(m_file, m_folder.resolve("elsewhere.h5ad"));
            try (var next = TestNode.of(NormalizeCountsNodeFactory::new)) {
                final var message = next.failure(data(linked));
                assertTrue(message.contains(m_file.toString()) && message.contains("moved"), message);
                assertTrue(List.of(next.host().message().getResolutions()).toString().contains("AnnData Reader"));
            }
        }
    }

    @Test
    void whatCannotBeReadInPlaceIsRefusedWithTheReason() throws IOException {
        final var text = Files.writeString(m_folder.resolve("x.csv"), ",u,v\na,1,0\nb,2,3\n");
        try (var node = TestNode.of(AnnDataReaderNodeFactory::new).file(text).set("access", "LINK")) {
            final var message = node.failure();
            assertTrue(message.contains("x.csv") && message.contains(".h5ad"), message);
        }
        try (var node = reader("LINK").location("CUSTOM_URL", "1000", "https://example.org/cells.h5ad")) {
            final var message = node.failure();
            assertFalse(message.isBlank());
            assertTrue(message.contains("neither on this computer nor in the workflow"), message);
        }
        try (var node = reader("LINK").set("matrix", "EMBEDDING").set("embedding", "X_pca")) {
            assertTrue(node.failure().contains("in place"));
        }
    }
}
