package org.scelmo.core.io.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.core.Progress;

class TableLibraryTest {

    private static final float[][] VECTORS = {{0.5f, -2, 3e-3f}, {1, 0, -1e10f}};

    @TempDir
    private Path m_folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "TP53\t0.5\t-2\t3e-3\nCD3E\t1\t0\t-1E+10\n",
        "gene\tv1\tv2\tv3\nTP53\t0.5\t-2\t3e-3\nCD3E\t1\t0\t-1E+10", // header, no last line feed
        "\uFEFFgene,v1,v2,v3\r\nTP53,0.5,-2,3e-3\r\n\r\nCD3E,1,0,-1E+10\r\n", // Excel
        ",0,1,2\nTP53,0.5,-2.0,0.003\nCD3E,+1.0,.0,-1E+10\n", // pandas
        "v1,v2,v3\nTP53,0.5,-2,3e-3\nCD3E,1,0,-1e10\n", // R: no title for the names
        "\"gene\";\"v1\";\"v2\";\"v3\"\n\"TP53\";0.5;\"-2\";3e-3\n\"CD3E\";1;0;-1e10\n",
        "TP53 0.5 -2  3e-3\nCD3E 1 0 -1e10 \n"}) // word2vec
    void readsTheDialectsOfTheField(final String text) throws IOException {
        final var content = read(text, LibraryRequest.all());
        assertEquals(List.of("TP53", "CD3E"), content.embedding().names());
        assertArrayEquals(VECTORS, content.embedding().vectors().copy(0, 2));
        assertEquals(LibraryFormat.TABLE, content.report().format());
    }

    @Test
    void readsQuotedNamesWithSeparatorsAndQuotes() throws IOException {
        assertEquals(List.of("a,b", "say \"x\"", "β"),
            read("\"a,b\",1,2\n\"say \"\"x\"\"\",3,4\nβ,5,6\n", LibraryRequest.all()).embedding().names());
    }

    @Test
    void readsGzipWhateverTheName() throws IOException {
        final var file = m_folder.resolve("vectors.tsv");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("TP53\t0.5\t-2\t3e-3\n".getBytes(StandardCharsets.UTF_8));
        }
        assertArrayEquals(VECTORS[0], EmbeddingLibrary.read(file, LibraryRequest.all(), Progress.NONE).embedding()
            .vectors().copy(0, 1)[0]);
    }

    @Test
    void lastOfDuplicatesWinsInTheFirstPlace() throws IOException {
        final var content = read("A\t1\t1\nB\t2\t2\nA\t3\t3\n", LibraryRequest.all());
        assertEquals(List.of("A", "B"), content.embedding().names());
        assertArrayEquals(new float[]{3, 3}, content.embedding().vectors().copy(0, 1)[0]);
        assertEquals(new LibraryReport(LibraryFormat.TABLE, 3, 2, 0, List.of("A"), List.of(), List.of()),
            content.report());
    }

    @Test
    void keepsWantedNamesOnly() throws IOException {
        // the unwanted line is damaged: nobody asks for it
        final var content = read("A\t1\t1\nB\tx\t2\nC\t3\t3\n", LibraryRequest.all().only(Set.of("C", "A", "Z")));
        assertEquals(List.of("A", "C"), content.embedding().names());
        assertEquals(1, content.report().notWanted());
        assertFails("None of the 1 entries of 'library.tsv' (such as 'A') has a name that is asked for (such as 'Z').",
            "A\t1\t2", LibraryRequest.all().only(Set.of("Z")));
    }

    @Test
    void guessesWhyNamesDoNotMatch() throws IOException {
        final var human = "CD3D\t1\nCD79A\t2\nNKG7\t3\nXIST\t4\n";
        final var mouse = assertThrows(MalformedEmbeddingException.class,
            () -> read(human, LibraryRequest.all().only(Set.of("Cd3d", "Cd79a", "Nkg7"))));
        assertTrue(mouse.resolutions().get(0).contains("3 genes would match if upper and lower case were the same"),
            mouse.resolutions().toString());
        final var ensembl = assertThrows(MalformedEmbeddingException.class,
            () -> read(human, LibraryRequest.all().only(Set.of("ENSG00000167286", "ENSG00000105369"))));
        assertTrue(ensembl.resolutions().get(0).startsWith("The genes are named by Ensembl ids"),
            ensembl.resolutions().toString());
        final var few = read(human, LibraryRequest.all().only(Set.of("XIST", "Cd3d", "Cd79a", "Nkg7"))).report();
        assertEquals(1, few.hints().size(), few.hints().toString());
        assertEquals(List.of(), read(human, LibraryRequest.all().only(Set.of("XIST", "Cd3d"))).report().hints());
    }

    @Test
    void saysWhereAndWhatIsWrong() {
        assertFails("'library.tsv': vectors of unequal length: 'A' has 2 numbers, 'B' has 3.", "A\t1\t2\nB\t1\t2\t3\n");
        assertFails("line 2 ('B'), number 2: 'x' is not a number.", "A\t1\t2\nB\t1\tx\n");
        assertFails("line 2 ('B'), number 1: '0,5' is not a number.", "A;1.5;2\nB;0,5;2\nC;1;2");
        assertFails("line 1 ('B'), number 1: '0x1p3' is not a number.", "B;0x1p3;0,5\n");
        assertFails("the vector of 'A' has NaN (not a number) at position 1.", "A\t1\tnan\n");
        assertFails("the vector of 'B' has an infinite number (or one beyond float32) at position 0.",
            "A\t1\t2\nB\t1e39\t2\n");
        assertFails("the vector of 'A' has an infinite number", "A\t-inf\t2\n");
        assertFails("line 2 has a name, but no numbers.", "A\t1\nB\n");
        assertFails("line 1 has no name in its first field.", "\t1.5\t2\n");
        assertFails("'library.tsv' holds no vector.", "gene\tv1\n");
        assertFails("'library.tsv' is empty.", "");
        assertFails("is text in UTF-16", "A\t1\t2\n", StandardCharsets.UTF_16);
        assertFails("its text is not UTF-8", "ä\t1\t2\n", StandardCharsets.ISO_8859_1);
    }

    @Test
    void refusesLinesAndVectorsOfAbsurdLength() {
        assertFails("line 1 is longer than 2097152 characters", "A\t" + "1".repeat(3 << 20));
        assertFails("the vector of 'A' has 4 or more dimensions; at most 3 are read", "A\t1\t2\t3\t4\n",
            LibraryRequest.all().withMaxDimensions(3));
        assertFails("the vectors take more than the 0 MB of memory allowed; 1 fit.", "A\t1\t2\nB\t1\t2\n",
            LibraryRequest.all().withMaxBytes(300));
    }

    private void assertFails(final String part, final String text) {
        assertFails(part, text, LibraryRequest.all());
    }

    private void assertFails(final String part, final String text, final LibraryRequest request) {
        final var e = assertThrows(MalformedEmbeddingException.class, () -> read(text, request));
        assertTrue(e.getMessage().contains(part), e.getMessage());
        assertTrue(!e.resolutions().isEmpty(), "tells how to fix");
    }

    private void assertFails(final String part, final String text, final Charset charset) {
        final var file = m_folder.resolve("library.tsv");
        final var e = assertThrows(MalformedEmbeddingException.class, () -> EmbeddingLibrary.read(
            Files.write(file, text.getBytes(charset)), LibraryRequest.all(), Progress.NONE));
        assertTrue(e.getMessage().contains(part), e.getMessage());
    }

    private LibraryContent read(final String text, final LibraryRequest request) throws IOException {
        return EmbeddingLibrary.read(Files.writeString(m_folder.resolve("library.tsv"), text), request, Progress.NONE);
    }
}
