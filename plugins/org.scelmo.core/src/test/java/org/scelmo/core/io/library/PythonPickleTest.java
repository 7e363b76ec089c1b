package org.scelmo.core.io.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.core.Progress;

/** Pickles written by Python with NumPy 1.24 and 2: {@code src/test/python/make_pickles.py}. */
class PythonPickleTest {

    private static final List<String> NAMES = List.of("TP53", "CD3E", "β-actin");

    static Stream<String> filesOfTheThreeVectors() throws IOException, URISyntaxException {
        try (var files = Files.list(resource(""))) {
            return files.map(f -> f.getFileName().toString())
                .filter(f -> f.matches("(f8|f4|f2|big_endian|row|column|numpy_scalars|ordered|list|nested_list|tuple)_.*"))
                .sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("filesOfTheThreeVectors")
    void holdsTheVectorsThatPythonWrote(final String file) throws Exception {
        final var content = read(file, LibraryRequest.all());
        assertEquals(NAMES, content.embedding().names());
        final var rows = content.embedding().vectors().copy(0, 3);
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(expected(i, 5, 1), rows[i]);
        }
        assertEquals(new LibraryReport(LibraryFormat.PICKLE, 3, 3, 0, List.of(), List.of(), List.of()),
            content.report());
    }

    @Test
    void allProtocolsOfBothNumPysAreAmongThem() throws Exception {
        final var files = filesOfTheThreeVectors().toList();
        for (int protocol = 0; protocol <= 5; protocol++) {
            assertTrue(files.contains("f8_p%d_np1.pickle".formatted(protocol)), "protocol " + protocol);
            assertTrue(files.contains("f8_p%d_np2.pickle".formatted(protocol)), "protocol " + protocol);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"i4_p2_np2", "i4_p4_np2", "i8_p2_np2", "i8_p4_np2"})
    void readsWholeNumbers(final String file) throws Exception {
        assertArrayEquals(expected(2, 5, 4), read(file + ".pickle", LibraryRequest.all()).embedding().vectors()
            .copy(2, 1)[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"integers_p0_np2", "integers_p2_np2", "integers_p4_np2"})
    void readsPythonIntegersOfAllSizes(final String file) throws Exception {
        assertArrayEquals(new float[]{1, -2, 300, 70000, -70000, 0x1p40f, -0x1p40f},
            read(file + ".pickle", LibraryRequest.all()).embedding().vectors().copy(0, 1)[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"long_p2_np1", "long_p4_np1", "long_p5_np1", "long_p2_np2", "long_p4_np2", "long_p5_np2"})
    void keepsOnlyWantedVectors(final String file) throws Exception {
        final var content = read(file + ".pickle", LibraryRequest.all().only(Set.of("β-actin", "absent")));
        assertEquals(List.of("β-actin"), content.embedding().names());
        assertArrayEquals(expected(2, 300, 1), content.embedding().vectors().copy(0, 1)[0]);
        assertEquals(2, content.report().notWanted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared_p2_np2", "shared_p4_np2", "shared_p5_np2"})
    void findsAVectorThatUnwantedAndWantedNamesShare(final String file) throws Exception {
        final var content = read(file + ".pickle", LibraryRequest.all().only(Set.of("B", "D")));
        assertEquals(List.of("B", "D"), content.embedding().names());
        assertEquals(40, content.embedding().dimensions());
        assertArrayEquals(new float[40], content.embedding().vectors().copy(1, 1)[0]);
        assertEquals(List.of(), content.report().skipped());
    }

    @Test
    void reportsNoneAsSkipped() throws Exception {
        final var content = read("none_p4_np2.pickle", LibraryRequest.all());
        assertEquals(List.of("A"), content.embedding().names());
        assertEquals(List.of(new LibraryReport.Skipped("B", "no vector")), content.report().skipped());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        object_p4_np2 | dtype object
        matrix_p4_np2 | several rows
        text_p4_np2   | is a text, not a vector
        inner_p4_np2  | is a dictionary, not a vector
        """)
    void saysWhatIsWrong(final String file, final String part) {
        final var e = assertThrows(MalformedEmbeddingException.class,
            () -> read(file + ".pickle", LibraryRequest.all()));
        assertTrue(e.getMessage().contains(part), e.getMessage());
        assertTrue(e.getMessage().contains(file) && e.getMessage().contains("byte "), e.getMessage());
        assertEquals(1, e.resolutions().size());
    }

    @Test
    void refusesOtherClassesByName() {
        final var e = assertThrows(UnsafePickleException.class,
            () -> read("masked_p4_np2.pickle", LibraryRequest.all()));
        assertTrue(e.getMessage().contains("contains numpy.ma.core._mareconstruct."), e.getMessage());
    }

    private static float[] expected(final int i, final int n, final int factor) {
        final var v = new float[n];
        for (int d = 0; d < n; d++) {
            v[d] = factor * ((i + 1) * 0.25f - d * 1.5f);
        }
        return v;
    }

    private static LibraryContent read(final String file, final LibraryRequest request) throws Exception {
        return EmbeddingLibrary.read(resource(file), request, Progress.NONE);
    }

    private static Path resource(final String file) throws URISyntaxException {
        return Path.of(PythonPickleTest.class.getResource("pickles/" + file).toURI());
    }
}
