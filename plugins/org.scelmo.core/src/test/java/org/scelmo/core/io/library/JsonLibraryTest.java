package org.scelmo.core.io.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.Progress;

class JsonLibraryTest {

    @TempDir
    private Path m_folder;

    @Test
    void readsAnObjectOfLists() throws IOException {
        final var content = read(" {\"TP53\": [0.5, -2, 3e-3], \"β\": [[1, 0, 4]], \"none\": null, \"TP53\": [1,1,1]}",
            LibraryRequest.all());
        assertEquals(List.of("TP53", "β"), content.embedding().names());
        assertArrayEquals(new float[][]{{1, 1, 1}, {1, 0, 4}}, content.embedding().vectors().copy(0, 2));
        assertEquals(new LibraryReport(LibraryFormat.JSON, 4, 2, 0, List.of("TP53"),
            List.of(new LibraryReport.Skipped("none", "no vector")), List.of()), content.report());
    }

    @Test
    void readsLongVectorsAndSkipsUnwantedOnes() throws IOException {
        final var json = new StringBuilder("{\"no\": {\"any\": [\"thing\"]}, \"long\": [0");
        for (int i = 1; i < 5000; i++) {
            json.append(',').append(i);
        }
        // an inner object is refused even if unwanted: it is another kind of file
        assertFails("no list of numbers for 'no'", json + "]}", LibraryRequest.all().only(Set.of("long")));
        final var content = read(json.toString().replace("{\"any\": [\"thing\"]}", "[\"text\"]") + "]}",
            LibraryRequest.all().only(Set.of("long")));
        assertEquals(5000, content.embedding().dimensions());
        assertEquals(4999, content.embedding().vectors().copy(0, 1)[0][4999]);
        assertEquals(1, content.report().notWanted());
    }

    @Test
    void saysWhereAndWhatIsWrong() {
        assertFails("vectors of unequal length: 'A' has 2 numbers, 'B' has 1.", "{\"A\": [1, 2], \"B\": [1]}");
        assertFails("the vector of 'A' has NaN", "{\"A\": [1, NaN]}");
        assertFails("the vector of 'A' has an infinite number", "{\"A\": [1, 1e300]}");
        assertFails("the vector of 'A' is empty", "{\"A\": []}");
        assertFails("has text instead of numbers for 'A'", "{\"A\": \"a gene that\"}");
        assertFails("has 'x' among the numbers of 'A', at position 1.", "{\"A\": [1, \"x\"]}");
        assertFails("has several lists for 'A'.", "{\"A\": [[1], [2]]}");
        assertFails("not well-formed JSON", "{\"A\": [1, 2");
        assertFails("not well-formed JSON", "{\"A\" [1, 2]}");
        assertFails("has more after its object.", "{\"A\": [1, 2]} {}");
        assertFails("is a JSON list", "[[1, 2]]");
        assertFails("holds no vector", "{}");
        assertFails("not well-formed JSON", "{\"A\": " + "[".repeat(100_000));
    }

    private void assertFails(final String part, final String json) {
        assertFails(part, json, LibraryRequest.all());
    }

    private void assertFails(final String part, final String json, final LibraryRequest request) {
        final var e = assertThrows(MalformedEmbeddingException.class, () -> read(json, request));
        assertTrue(e.getMessage().contains(part), e.getMessage());
        assertTrue(!e.resolutions().isEmpty(), "tells how to fix");
    }

    private LibraryContent read(final String json, final LibraryRequest request) throws IOException {
        return EmbeddingLibrary.read(Files.writeString(m_folder.resolve("library.json"), json), request, Progress.NONE);
    }
}
