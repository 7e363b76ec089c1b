package org.scelmo.core.io.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scelmo.core.Progress;

import com.fasterxml.jackson.databind.ObjectMapper;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any names and finite float32 vectors come back exactly, whatever the format. */
class LibraryRoundTripTest {

    @Property(tries = 200, seed = "42")
    void throughPickle(@ForAll("libraries") final Map<String, List<Float>> library) throws IOException {
        final var pickle = PickleWriter.protocol(2).ascii("}(");
        library.forEach((name, vector) -> pickle.text(name).list(vector.stream().mapToDouble(v -> v).toArray()));
        assertReads(library, pickle.ascii("u").stop());
    }

    @Property(tries = 200, seed = "42")
    void throughJson(@ForAll("libraries") final Map<String, List<Float>> library) throws IOException {
        assertReads(library, new ObjectMapper().writeValueAsBytes(library));
    }

    @Property(tries = 200, seed = "42")
    void throughATable(@ForAll("libraries") final Map<String, List<Float>> library) throws IOException {
        final var text = new StringBuilder("title\tfirst\n");
        library.forEach((name, vector) -> {
            text.append('"').append(name.replace("\"", "\"\"")).append('"');
            vector.forEach(v -> text.append('\t').append(v));
            text.append('\n');
        });
        assertReads(library, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<Map<String, List<Float>>> libraries() {
        final var names = Arbitraries.strings().withCharRange(' ', '~').withChars("äβ中").ofMinLength(1).ofMaxLength(300)
            .filter(name -> !name.isBlank());
        final var numbers = Arbitraries.floats();
        return Arbitraries.integers().between(1, 20).flatMap(dimensions -> Arbitraries.maps(names,
            numbers.list().ofSize(dimensions)).ofMinSize(1).ofMaxSize(12)).map(LinkedHashMap::new);
    }

    private static void assertReads(final Map<String, List<Float>> library, final byte[] bytes) throws IOException {
        final var file = Files.createTempFile("library", ".bin");
        try {
            Files.write(file, bytes);
            final var read = EmbeddingLibrary.read(file, LibraryRequest.all(), Progress.NONE).embedding();
            assertEquals(new ArrayList<>(library.keySet()), read.names());
            int i = 0;
            for (final var vector : library.values()) {
                final var expected = new float[vector.size()];
                for (int d = 0; d < expected.length; d++) {
                    expected[d] = vector.get(d);
                }
                assertArrayEquals(expected, read.vectors().copy(i++, 1)[0]);
            }
        } finally {
            Files.delete(file);
        }
    }
}
