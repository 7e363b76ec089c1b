package org.scelmo.core.io.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.CanceledException;
import org.scelmo.core.Progress;

class PickleReaderTest {

    private static final int ENTRIES = 4000;
    private static final int DIMENSIONS = 200;

    @TempDir
    private Path m_folder;

    @Test
    void holdsOnlyWantedVectorsOfALargeFile() throws Exception {
        final var request = LibraryRequest.all().withMaxBytes(3 << 20); // all vectors take 3.2 MB, the file 7.2 MB
        final var content = read(large(), request.only(Set.of("GENE7", "GENE3999")),
            Progress.NONE);
        assertEquals(List.of("GENE7", "GENE3999"), content.embedding().names());
        assertEquals(3999.5f, content.embedding().vectors().copy(1, 1)[0][DIMENSIONS - 1]);
        assertEquals(ENTRIES - 2, content.report().notWanted());
        // the same limit is too little for all of them
        assertThrows(MalformedEmbeddingException.class, () -> read(large(), request, Progress.NONE));
    }

    @Test
    void reportsProgressThatNeverFallsAndCanBeCanceled() throws Exception {
        final var fractions = new ArrayList<Double>();
        read(large(), LibraryRequest.all(), new Progress() {
            @Override
            public void update(final double fraction, final Supplier<String> message) {
                fractions.add(fraction);
                assertTrue(message.get().endsWith("entries"), message.get());
            }

            @Override
            public void checkCanceled() {
                // goes on
            }
        });
        assertTrue(fractions.size() > 10, "updates: " + fractions.size());
        assertEquals(fractions.stream().sorted().toList(), fractions);
        assertThrows(CanceledException.class, () -> read(large(), LibraryRequest.all(), new Progress() {
            @Override
            public void update(final double fraction, final Supplier<String> message) {
                // not shown
            }

            @Override
            public void checkCanceled() {
                throw new CanceledException();
            }
        }));
    }

    @Test
    void readsTheLongFormsOfTextsAndBytes() throws Exception {
        final var name = "x".repeat(5000);
        for (final var opcode : new int[]{0x8E, 0x96}) { // BINBYTES8, BYTEARRAY8
            final var content = read(PickleWriter.protocol(5).bytes(0x95).int64(5).ascii("}(").bytes(0x8D).int64(5000)
                .ascii(name).ascii("cnumpy._core.numeric\n_frombuffer\n(").bytes(opcode).int64(8)
                .int32(Float.floatToIntBits(1.5f)).int32(Float.floatToIntBits(-2)).ascii("cnumpy\ndtype\n").text("f4")
                .bytes(0x89, 0x88, 0x87).ascii("RK\2").bytes(0x85).text("C").ascii("tRu").stop(),
                LibraryRequest.all(), Progress.NONE);
            assertEquals(List.of(name), content.embedding().names());
            assertArrayEquals(new float[]{1.5f, -2}, content.embedding().vectors().copy(0, 1)[0]);
        }
    }

    @Test
    void lastOfDuplicatesWins() throws Exception {
        final var content = read(PickleWriter.protocol(2).ascii("}(").text("A").list(1, 2).text("A").list(3, 4)
            .ascii("u").stop(), LibraryRequest.all(), Progress.NONE);
        assertArrayEquals(new float[]{3, 4}, content.embedding().vectors().copy(0, 1)[0]);
        assertEquals(List.of("A"), content.report().duplicates());
    }

    @Test
    void namesGeneAndPlaceOfBadNumbers() {
        assertFails("vectors of unequal length: 'A' has 2 numbers, 'B' has 1.",
            PickleWriter.protocol(2).ascii("}(").text("A").list(1, 2).text("B").list(1).ascii("u").stop());
        assertFails("the vector of 'A' has NaN (not a number) at position 1.",
            PickleWriter.protocol(2).ascii("}(").text("A").list(1, Double.NaN).ascii("u").stop());
        assertFails("the vector of 'A' has an infinite number (or one beyond float32) at position 0.",
            PickleWriter.protocol(2).ascii("}(").text("A").list(1e300, 1).ascii("u").stop());
        assertFails("the vector of 'A' is empty.", PickleWriter.protocol(2).ascii("}").text("A").ascii("]s").stop());
        assertFails("holds no vector", PickleWriter.protocol(2).ascii("}").stop());
    }

    /** A dictionary as Python writes it, in batches, every vector in the memo. */
    private static byte[] large() {
        final var pickle = PickleWriter.protocol(2).ascii("}");
        final var values = new double[DIMENSIONS];
        int memo = 0;
        for (int i = 0; i < ENTRIES; i++) {
            if (i % 100 == 0) {
                pickle.ascii("(");
            }
            Arrays.fill(values, i + 0.5);
            pickle.text("GENE" + i).list(values).ascii("r").int32(memo++);
            if (i % 100 == 99) {
                pickle.ascii("u");
            }
        }
        return pickle.stop();
    }

    private void assertFails(final String part, final byte[] pickle) {
        final var e = assertThrows(MalformedEmbeddingException.class,
            () -> read(pickle, LibraryRequest.all(), Progress.NONE));
        assertTrue(e.getMessage().contains(part), e.getMessage());
    }

    private LibraryContent read(final byte[] pickle, final LibraryRequest request, final Progress progress)
        throws Exception {
        return EmbeddingLibrary.read(Files.write(m_folder.resolve("library.pickle"), pickle), request, progress);
    }
}
