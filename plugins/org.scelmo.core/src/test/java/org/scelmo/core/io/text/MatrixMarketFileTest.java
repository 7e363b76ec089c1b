package org.scelmo.core.io.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.io.AnnDataReader;
import org.scelmo.core.io.Dense;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.core.io.tenx.TenxChoice;

class MatrixMarketFileTest {

    private static final String HEAD = "%%MatrixMarket matrix coordinate integer general\n%\n2 3 3\n";
    private static final String MATRIX = HEAD + "2 1 5\n1 1 4\n1 3 6\n";
    private static final float[][] X = {{4, 5}, {0, 0}, {6, 0}};

    @TempDir
    private Path m_folder;

    private void names(final String prefix) throws IOException {
        Files.writeString(m_folder.resolve(prefix + "barcodes.tsv"), "c1\nc2\nc3\n");
        Files.writeString(m_folder.resolve(prefix + "features.tsv"),
            "ENSG1\tCD3E\tGene Expression\nENSG2\tLYZ\tGene Expression\n");
    }

    private Path write(final String name, final String text) throws IOException {
        final var file = m_folder.resolve(name);
        return name.endsWith(".gz") ? Files.write(file, gzip(text)) : Files.writeString(file, text);
    }

    private static byte[] gzip(final String text) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static float[][] x(final Path path) throws IOException {
        try (var source = AnnDataReader.open(path)) {
            return Dense.of(source.read(Selection.x(), Progress.NONE).data().x().orElseThrow());
        }
    }

    private MalformedTextException refused(final Path path) {
        final var refused = assertThrows(MalformedTextException.class, () -> x(path));
        assertFalse(refused.resolutions().isEmpty(), refused.getMessage());
        return refused;
    }

    @Test
    void readsAFolderInAnyOrderOfEntries() throws IOException {
        names("");
        write("matrix.mtx", MATRIX);
        assertArrayEquals(X, x(m_folder));
        try (var source = AnnDataReader.open(m_folder)) {
            final var data = source.read(Selection.annotations(), Progress.NONE).data();
            assertArrayEquals(new String[]{"CD3E", "LYZ"}, data.var().index());
            assertEquals("ENSG2", data.var().column("gene_ids").orElseThrow().text(1));
            assertArrayEquals(new String[]{"c1", "c2", "c3"}, data.obs().index());
            assertTrue(data.x().isEmpty());
        }
    }

    @Test
    void readsTheOtherOrientationWindowsLinesAndPrefixes() throws IOException {
        names("GSM1_");
        final var text = "%%MatrixMarket matrix coordinate real general\n3 2 3\n1 2 5.0\n1 1 4e0\n3 1 6\n";
        assertArrayEquals(X, x(write("GSM1_matrix.mtx.gz", text.replace("\n", "\r\n"))));
    }

    @Test
    void readsPatternsAsOnes() throws IOException {
        names("");
        final var text = "%%MatrixMarket matrix coordinate pattern general\n2 3 2\n1 1\n2 3\n";
        assertArrayEquals(new float[][]{{1, 0}, {0, 0}, {0, 1}}, x(write("matrix.mtx", text)));
    }

    @Test
    void sumsRepeatedEntries() throws IOException {
        names("");
        final var text = HEAD + "1 1 1\n1 1 2\n2 3 3\n";
        assertArrayEquals(new float[][]{{3, 0}, {0, 0}, {0, 3}}, x(write("matrix.mtx", text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1 1 1;2 2 2|line 5: the file ends after 2 of 3 entries",
        "1 1 1;2 2 2;2 3 3;2 1 4|line 7: there are more entries than the 3", "1 1 1;3 1 2;1 1 1|line 5: the row is 3",
        "1 1 1;1 0 2;1 1 1|line 5: the column is 0", "1 1 x;1 1 2;1 1 1|line 4: the value 'x'",
        "1 1 1,5;1 1 2;1 1 1|line 4: the value '1,5'", "1 1;1 1 2;1 1 1|line 4: the value ''",
        "-1 1 1;1 1 2;1 1 1|line 4: the row is '-1'", "1 1 1 9;1 1 2;1 1 1|line 4: there is more than row"})
    void saysWhichLineIsWrong(final String entries, final String what) throws IOException {
        names("");
        final var refused = refused(write("matrix.mtx", HEAD + entries.replace(';', '\n') + "\n"));
        assertTrue(refused.getMessage().startsWith("matrix.mtx, " + what), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"matrix array real general", "matrix coordinate real symmetric", "matrix coordinate complex general"})
    void refusesOtherKindsByName(final String kind) throws IOException {
        names("");
        assertTrue(refused(write("matrix.mtx", "%%MatrixMarket " + kind + "\n2 3\n")).getMessage().contains(kind));
    }

    @Test
    void refusesNamesThatDoNotFit() throws IOException {
        names("");
        final var refused = refused(write("matrix.mtx", MATRIX.replace("2 3 3", "2 4 3")));
        assertTrue(refused.getMessage().contains("2 × 4, but there are 3 cells and 2 genes"), refused.getMessage());
    }

    @Test
    void saysWhichListIsMissing() throws IOException {
        assertTrue(refused(write("matrix.mtx", MATRIX)).getMessage().contains("barcodes.tsv"));
        assertTrue(refused(Files.createDirectory(m_folder.resolve("empty"))).getMessage().contains("matrix.mtx"));
    }

    @Test
    void knowsTypesButNoGenomes() throws IOException {
        names("");
        final var file = write("matrix.mtx", MATRIX);
        assertThrows(ScelmoException.class, () -> MatrixMarketFile.open(file, new TenxChoice("", "Peaks")));
        final var refused =
            assertThrows(ScelmoException.class, () -> MatrixMarketFile.open(file, new TenxChoice("GRCh38", "")));
        assertEquals("Leave the genome empty.", refused.resolutions().get(0));
    }

    @Test
    void aListOfNamesIsNoMatrix() throws IOException {
        names("");
        assertTrue(refused(m_folder.resolve("barcodes.tsv")).resolutions().get(0).contains("matrix.mtx"));
    }

    @Test
    void saysThatCompressedDataAreCut() throws IOException {
        names("");
        final var text = new StringBuilder("%%MatrixMarket matrix coordinate integer general\n2 3 5000\n");
        for (int i = 0; i < 5000; i++) {
            text.append("%d %d %d\n".formatted(1 + i * 7 % 2, 1 + i % 3, i * 31 % 1009));
        }
        final var whole = gzip(text.toString());
        for (int length = 12; length < whole.length; length += whole.length / 11) {
            final var file = Files.write(m_folder.resolve("matrix.mtx.gz"), Arrays.copyOf(whole, length));
            final var refused = refused(file);
            assertTrue(refused.getMessage().contains("end early"), refused.getMessage());
        }
    }
}
