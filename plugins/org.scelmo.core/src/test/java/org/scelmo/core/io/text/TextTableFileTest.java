package org.scelmo.core.io.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.io.AnnDataReader;
import org.scelmo.core.io.Dense;
import org.scelmo.core.io.ReadChoices;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.core.io.tenx.TenxChoice;

class TextTableFileTest {

    private static final float[][] X = {{1, 0, 2.5f}, {0, -3, 1e-3f}};

    @TempDir
    private Path m_folder;

    private Path write(final String text) throws IOException {
        return Files.writeString(m_folder.resolve("x.csv"), text);
    }

    private static float[][] x(final Path path, final Orientation orientation) throws IOException {
        try (var source = AnnDataReader.open(path, new ReadChoices(TenxChoice.DEFAULT, "", orientation))) {
            assertFalse(source.isSummaryQuick());
            final var data = source.read(Selection.x(), Progress.NONE).data();
            assertEquals(source.summary().genes(), data.genes());
            return Dense.of(data.x().orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",A,B,C\nc1,1,0,2.5\nc2,0,-3,1e-3\n", "A\tB\tC\nc1\t1\t0\t2.5\nc2\t0\t-3\t1e-3",
        "id;A;B;C\r\nc1;1;0;2.5\r\n\r\nc2;0.0;-3;.001\r\n",
        "\uFEFF\"\",\"A\",\"B, b\",\"C\"\n\"c\"\"1\",\"1\",0,2.5\nc2,0,-3,0.001\n"})
    void readsEveryDialect(final String text) throws IOException {
        assertArrayEquals(X, x(write(text), Orientation.CELLS_BY_GENES));
        final var turned = x(write(text), Orientation.GENES_BY_CELLS);
        assertArrayEquals(new float[][]{{1, 0}, {0, -3}, {2.5f, 1e-3f}}, turned);
    }

    @Test
    void keepsQuotedNames() throws IOException {
        try (var source = AnnDataReader.open(write("\"\",\"A\",\"B, b\"\n\"c\"\"1\",1,2\n"))) {
            final var data = source.read(Selection.x(), Progress.NONE).data();
            assertArrayEquals(new String[]{"A", "B, b"}, data.var().index());
            assertArrayEquals(new String[]{"c\"1"}, data.obs().index());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void quotedFieldsMayHoldBreaksOfLines(final String end) throws IOException {
        final var text = String.join(end, "\"\",\"A\",\"B" , "two", ", too\"", "\"c", "1\",1,2", "c2,3,\"4\"", "");
        try (var source = AnnDataReader.open(write(text), new ReadChoices(TenxChoice.DEFAULT, "",
                Orientation.CELLS_BY_GENES))) {
            final var data = source.read(Selection.x(), Progress.NONE).data();
            assertArrayEquals(new String[]{"A", "B" + end + "two" + end + ", too"}, data.var().index());
            assertArrayEquals(new String[]{"c" + end + "1", "c2"}, data.obs().index());
            assertArrayEquals(new float[][]{{1, 2}, {3, 4}}, Dense.of(data.x().orElseThrow()));
        }
    }

    /** Names far longer than what is read at a time, so that a line begun moves in memory while it grows. */
    @Test
    void breaksOfLinesMayLieFarApart() throws IOException {
        final var part = "x".repeat(50_000);
        final var name = String.join("\n", part, part, part, part, part);
        final var text = "cell,A,B\n" + "c1,1,2\n\"" + name + "\",3,4\n\"c\n3\",5,6";
        try (var source = AnnDataReader.open(write(text))) {
            final var data = source.read(Selection.x(), Progress.NONE).data();
            assertArrayEquals(new String[]{"c1", name, "c\n3"}, data.obs().index());
            assertArrayEquals(new float[][]{{1, 2}, {3, 4}, {5, 6}}, Dense.of(data.x().orElseThrow()));
        }
    }

    @Test
    void aQuoteThatIsNotClosedIsToldWhereItsLineBegins() throws IOException {
        for (final int more : new int[]{0, 3, 5000}) {
            final var file = write("cell,A,B\nc1,1,2\n\"c2,3,4\n" + "c3,5,6\n".repeat(more));
            final var refused = assertThrows(MalformedTextException.class, () -> x(file, Orientation.AUTO));
            assertTrue(refused.getMessage().startsWith("x.csv, line 3: a quote is opened"), refused.getMessage());
        }
    }

    @Test
    void readsGzip() throws IOException {
        final var file = m_folder.resolve("x.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(",A,B,C\nc1,1,0,2.5\nc2,0,-3,1e-3\n".getBytes(StandardCharsets.UTF_8));
        }
        assertArrayEquals(X, x(file, Orientation.AUTO));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {",c1,c2,c3;CD3E,1,2,3;LYZ,4,5,6|2|genes",
        ",CD3E,LYZ,MT-CO1;a,1,2,3;b,4,5,6|3|cells",
        ",AAACCCAAGGAGAGTA-1,AAACGCTTCAGCCCAG-1,AAAGAACAGACGACTG-1;x,1,2,3;y,4,5,6|2|genes",
        "gene,u,v,w;x,1,2,3;y,4,5,6|2|genes", ",u,v,w;x,1,2,3;y,4,5,6|3|cells, as the names do not tell",
        ",ENSG00000141510,ENSG00000141511,ENSG00000141512;x,1,2,3;y,4,5,6|3|cells"})
    void tellsRowsFromTheirNames(final String text, final int genes, final String rows) throws IOException {
        try (var source = AnnDataReader.open(write(text.replace(';', '\n')))) {
            final var content = source.read(Selection.x(), Progress.NONE);
            assertEquals(genes, content.data().genes());
            assertTrue(content.notes().get(0).contains("taken as " + rows), content.notes().toString());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a;B;C/x;1,5;2|line 2: column 'B' holds '1,5', a number with a decimal comma",
        "a,B,C/x,1,5,2,5|line 2: has 5 fields, but 3 are needed", "a,B,C/x,1,2/y,3|line 3: has 2 fields",
        "a,B,type/x,1,T cell|line 2: column 'type' holds 'T cell', which is no number",
        "a,B,C/x,1,|line 2: column 'C' is empty", "a,B,C/,1,2|line 2: has no name",
        "a/b|line 1: there is only one column",
        "a,1,2/x,1,2|line 1: the first line holds numbers", "a,B,C/x,0x10,2|line 2: column 'B' holds '0x10'"})
    void saysWhichLineIsWrong(final String text, final String what) throws IOException {
        final var file = write(text.replace('/', '\n'));
        final var refused = assertThrows(MalformedTextException.class, () -> x(file, Orientation.AUTO));
        assertTrue(refused.getMessage().startsWith("x.csv, " + what), refused.getMessage());
        assertFalse(refused.resolutions().isEmpty());
    }

    @Test
    void refusesWhatIsNoTable() throws IOException {
        for (final var bytes : new byte[][]{{}, {0, 1, 2, 3, 4, 5, 6, 7, 8}, {'P', 'K', 3, 4, 0, 0, 0, 0, 0},
            {'a', ',', (byte)0xFF, '\n', 'b', ',', '1'}}) {
            final var file = Files.write(m_folder.resolve("x.txt"), bytes);
            final var refused = assertThrows(ScelmoException.class, () -> x(file, Orientation.AUTO));
            assertFalse(refused.resolutions().isEmpty(), refused.getMessage());
        }
    }

    @Test
    void missingNumbersAreKeptAsNaN() throws IOException {
        assertArrayEquals(new float[][]{{Float.NaN, Float.POSITIVE_INFINITY, 1}},
            x(write(",A,B,C\nx,NA,inf,1\n"), Orientation.CELLS_BY_GENES));
    }
}
