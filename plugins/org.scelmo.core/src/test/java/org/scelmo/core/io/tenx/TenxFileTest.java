package org.scelmo.core.io.tenx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.Progress;
import org.scelmo.core.io.AnnDataReader;
import org.scelmo.core.io.Dense;
import org.scelmo.core.io.h5ad.Selection;

class TenxFileTest {

    @TempDir
    private Path m_folder;

    private Path version3() {
        return TenxFiles.version3(m_folder.resolve("v3.h5"));
    }

    private static float[][] x(final Path file, final String genome, final String type) throws IOException {
        try (var tenx = TenxFile.open(file, new TenxChoice(genome, type))) {
            return Dense.of(tenx.read(Selection.x(), Progress.NONE).data().x().orElseThrow());
        }
    }

    @Test
    void readsGeneExpressionOfVersion3() throws IOException {
        try (var source = AnnDataReader.open(version3())) {
            final var content = source.read(Selection.x(), Progress.NONE);
            final var data = content.data();
            assertArrayEquals(new float[][]{{1, 0, 2}, {0, 0, 0}, {0, 3, 0}}, Dense.of(data.x().orElseThrow()));
            assertArrayEquals(new String[]{"CD3E", "LYZ", "LYZ"}, data.var().index());
            assertEquals("AAACCCAAGGAGAGTA-1", data.obs().index()[0]);
            assertEquals(List.of("gene_ids", "feature_types", "genome", "pattern"),
                List.copyOf(data.var().columns().keySet()));
            assertEquals("ENSG02", data.var().column("gene_ids").orElseThrow().text(1));
            assertTrue(content.notes().get(0).contains("'LYZ'"), content.notes().toString());
            assertTrue(content.leftOut().get(0).startsWith("1 features"), content.leftOut().toString());
            assertEquals(3, source.summary().genes());
        }
    }

    @Test
    void readsAnotherTypeOrAll() throws IOException {
        assertArrayEquals(new float[][]{{9}, {0}, {7}}, x(version3(), "", "Antibody Capture"));
        assertArrayEquals(TenxFiles.X, x(version3(), "", TenxChoice.ALL));
    }

    @Test
    void readsOneGenomeOfVersion3() throws IOException {
        assertArrayEquals(new float[][]{{2}, {0}, {0}}, x(version3(), "mm10", ""));
    }

    @Test
    void readsVersion2() throws IOException {
        final var file = TenxFiles.version2(m_folder.resolve("v2.h5"), 4);
        assertArrayEquals(TenxFiles.X, x(file, "", ""));
        assertArrayEquals(TenxFiles.X, x(file, "GRCh38", ""));
    }

    @Test
    void namesWhatThereIsIfTheChoiceIsAbsent() {
        final var type = assertThrows(MalformedTenxException.class, () -> x(version3(), "", "CRISPR"));
        assertTrue(type.getMessage().contains("Antibody Capture, Gene Expression"), type.getMessage());
        final var genome = assertThrows(MalformedTenxException.class, () -> x(version3(), "hg19", ""));
        assertTrue(genome.getMessage().contains("GRCh38, mm10"), genome.getMessage());
        final var file = TenxFiles.version2(m_folder.resolve("v2.h5"), 4);
        final var group = assertThrows(MalformedTenxException.class, () -> x(file, "hg19", ""));
        assertTrue(group.getMessage().contains("GRCh38"), group.getMessage());
    }

    @Test
    void refusesAShapeThatTheNamesContradict() {
        final var file = TenxFiles.version2(m_folder.resolve("v2.h5"), 5);
        final var refused = assertThrows(MalformedTenxException.class, () -> x(file, "", ""));
        assertTrue(refused.getMessage().contains("5 texts"), refused.getMessage());
    }

    @Test
    void hasOneMatrixOnly() throws IOException {
        try (var tenx = TenxFile.open(version3(), TenxChoice.DEFAULT)) {
            final var refused =
                assertThrows(MalformedTenxException.class, () -> tenx.read(Selection.raw(), Progress.NONE));
            assertEquals(List.of("Choose X as matrix."), refused.resolutions());
        }
    }
}
