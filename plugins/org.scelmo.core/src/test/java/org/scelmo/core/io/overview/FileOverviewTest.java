package org.scelmo.core.io.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.io.ReadChoices;
import org.scelmo.core.io.file.ExistingFile;
import org.scelmo.core.io.h5ad.write.H5adWriter;
import org.scelmo.core.io.hdf5.write.Compression;
import org.scelmo.core.io.overview.OverviewEntry.Section;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;

class FileOverviewTest {

    private static final float[][] COUNTS = {{1, 0, 2}, {0, 3, 0}, {4, 0, 5}, {0, 0, 0}};

    @TempDir
    Path m_folder;

    private static FileOverview of(final Path file) throws IOException {
        return FileOverview.of(file, ReadChoices.DEFAULT, Progress.NONE);
    }

    private Path write(final float[][] x) throws IOException {
        final Map<String, Column> obs = new LinkedHashMap<>();
        obs.put("type", new CategoricalColumn(new int[]{1, 1, -1, 0}, List.of("<b>B</b>", "T", "none"), false));
        obs.put("score", new RealColumn(new double[4]));
        final var rows = RowBlocks.of(CsrMatrix.fromDense(x));
        final var data = AnnData.of(rows, new Frame(new String[]{"a", "b", "c", "d"}, obs),
            new Frame(new String[]{"x", "y", "z"}, Map.of())).withLayer("counts", rows)
            .withObsm("X_pca", DenseMatrix.of(new float[4][2], 2))
            .withVarm("PCs", DenseMatrix.of(new float[3][2], 2))
            .withObsp("connectivities", RowBlocks.of(CsrMatrix.fromDense(new float[4][4])));
        final var file = m_folder.resolve("cells.h5ad");
        H5adWriter.write(data, file, ExistingFile.OVERWRITE, Compression.GZIP, Progress.NONE);
        return file;
    }

    private static OverviewEntry entry(final FileOverview overview, final Section section, final String name) {
        return overview.entries().stream().filter(e -> e.section() == section && e.name().equals(name)).findFirst()
            .orElseThrow();
    }

    @Test
    void tellsPartsAndCategories() throws IOException {
        final var file = write(COUNTS);
        final var overview = of(file);
        final var whole = overview.entries().get(0);
        assertEquals(Section.FILE, whole.section());
        assertEquals("AnnData (.h5ad)", whole.form());
        assertEquals(Files.size(file), whole.bytes());
        assertEquals(4L, whole.rows());
        final var x = entry(overview, Section.MATRIX, "X");
        assertEquals("sparse by rows (CSR)", x.form());
        assertEquals(5L, x.entries());
        assertEquals(5 * 8 + 5 * 8, x.memory(), "entries and offsets");
        assertTrue(x.bytes() > 0 && x.type().startsWith("float32"), x.toString());
        assertEquals(3L, entry(overview, Section.MATRIX, "counts").columns());
        assertEquals(2L, entry(overview, Section.EMBEDDING, "X_pca").columns());
        assertEquals(3L, entry(overview, Section.GENE_VECTORS, "PCs").rows());
        assertEquals(4L, entry(overview, Section.GRAPH, "connectivities").columns());
        final var type = entry(overview, Section.CELLS, "type");
        assertEquals(3L, type.categories());
        assertEquals(List.of("T", "<b>B</b>", "none"), type.values());
        assertEquals(List.of(2L, 1L, 0L), type.counts());
        assertNull(entry(overview, Section.CELLS, "score").categories());
        assertTrue(overview.findings().get(0).startsWith("X looks like counts in the first 4 cells"),
            overview.findings().toString());
    }

    @Test
    void tellsWhatXLooksLike() throws IOException {
        assertTrue(of(write(new float[][]{{-1, 0, 2}, {1, 0, 0}, {0, 0, 0}, {0, 0, 0}})).findings().get(0)
            .contains("scaled"));
        assertTrue(of(write(new float[][]{{Float.NaN, 0, 2}, {1, 0, 0}, {0, 0, 0}, {0, 0, 0}})).findings().get(0)
            .contains("not finite"));
        assertTrue(of(write(new float[][]{{.5f, 0, .5f}, {.25f, .75f, 0}, {0, 1, 0}, {1, 0, 0}})).findings().get(0)
            .contains("normalized, without"));
    }

    @ParameterizedTest
    @CsvSource({"csr, sparse by rows (CSR)", "csc, sparse by columns (CSC)", "dense_f2, dense",
        "columns, sparse by rows (CSR)"})
    void filesOfPythonAreTold(final String name, final String form) throws IOException, URISyntaxException {
        final var file = Path.of(FileOverviewTest.class
            .getResource("/org/scelmo/core/io/h5ad/" + name + ".h5ad").toURI());
        final var overview = of(file);
        assertEquals(form, entry(overview, Section.MATRIX, "X").form());
        assertEquals(name.equals("csc"), overview.findings().get(0).contains("by columns"));
    }

    @Test
    void whatADamagedFileStillTellsIsTold() throws IOException, URISyntaxException {
        final var file = Path.of(FileOverviewTest.class.getResource("/org/scelmo/core/io/h5ad/bad_codes.h5ad").toURI());
        final var overview = of(file);
        assertTrue(overview.findings().stream().anyMatch(f -> f.contains("code")), overview.findings().toString());
        assertTrue(overview.entries().stream().anyMatch(e -> e.section() == Section.MATRIX));
    }

    @Test
    void recordsOfOldFilesAreCountedToo() throws IOException {
        final var file = Path.of(System.getProperty("scelmo.shared", "../shared"),
            "data/h5ad_real/scanpy_pbmc68k_reduced.h5ad");
        assumeTrue(Files.exists(file), () -> "The reference data folder is absent: " + file);
        final var overview = of(file);
        final var labels = entry(overview, Section.CELLS, "bulk_labels");
        assertEquals(10L, labels.categories());
        assertEquals("Dendritic", labels.values().get(0));
        assertEquals(240L, labels.counts().get(0));
        assertEquals(700, labels.counts().stream().mapToLong(Long::longValue).sum());
        assertTrue(entry(overview, Section.MATRIX, "raw").bytes() > 100_000);
    }

    @Test
    void textTellsOnlyItsSize() throws IOException {
        final var file = Files.writeString(m_folder.resolve("x.csv"), ",u,v\na,1,0\nb,2,3\n");
        final var overview = of(file);
        assertEquals(1, overview.entries().size());
        assertNull(overview.entries().get(0).rows());
        assertEquals(Files.size(file), overview.entries().get(0).bytes());
        assertTrue(overview.findings().get(0).contains("without being read"));
    }

    @Test
    void matrixMarketTellsItsShape() throws IOException {
        Files.writeString(m_folder.resolve("barcodes.tsv"), "c1\nc2\nc3\n");
        Files.writeString(m_folder.resolve("genes.tsv"), "ENSG1\tCD3E\nENSG2\tLYZ\n");
        final var overview = of(Files.writeString(m_folder.resolve("matrix.mtx"),
            "%%MatrixMarket matrix coordinate integer general\n2 3 2\n1 1 5\n2 2 7\n"));
        assertEquals(3L, overview.entries().get(0).rows());
        assertEquals(2L, entry(overview, Section.MATRIX, "X").entries());
        assertNull(entry(overview, Section.MATRIX, "X").bytes());
    }
}
