package org.scelmo.core.io.library;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;

/**
 * Damaged libraries end in a typed exception or are read; never in another exception, a hang or without memory. Seeded:
 * a failing case names its number and bytes.
 */
@Timeout(300)
class LibraryFuzzTest {

    private static final int CASES = 10_000;
    private static final long MAX_BYTES = 16 << 20;

    @TempDir
    private Path m_folder;

    @Test
    void survivesDamagedPickles() throws Exception {
        final var originals = pickles();
        assertTrue(originals.length > 20, "the pickles written by Python");
        final var mutator = new Mutator(1);
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            refused += isRefused(i, mutator.mutate(mutator.pick(originals))) ? 1 : 0;
        }
        assertRefusedMany(refused);
    }

    @Test
    void survivesOpcodesInRandomOrder() throws Exception {
        final int[] opcodes = "(.012NIJKMGLFVXUTCB)ltabdsueRpqrghj]}".chars().toArray();
        final var all = Arrays.copyOf(opcodes, opcodes.length + 16);
        for (int i = 0; i < 16; i++) {
            all[opcodes.length + i] = new int[]{0, 1, 2, 3, 8, 'a', '\n', 0x85, 0x86, 0x87, 0x88, 0x8A, 0x8C, 0x94, 0x93,
                0x95}[i];
        }
        final var mutator = new Mutator(2);
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            final var start = i % 2 == 0 ? new byte[]{(byte)0x80, 4, '}'} : new byte[]{(byte)0x80, 2, '}', '('};
            final var random = mutator.random(all, 1 + i % 200);
            refused += isRefused(i, ByteBuffer.allocate(start.length + random.length).put(start).put(random).array())
                ? 1 : 0;
        }
        assertRefusedMany(refused);
    }

    @Test
    void survivesDamagedTablesArraysAndJson() throws Exception {
        final var originals = new byte[][]{
            utf8("gene\tv1\tv2\tv3\nTP53\t0.5\t-2\t3e-3\nCD3E\t1\t0\t-1E+10\nβ\t1\t2\t3\n"),
            utf8("\"a,b\",0.25,1.5\n\"say \"\"x\"\"\",3,4\n"),
            utf8("TP53 0.5 -2  3e-3\nCD3E 1 0 -1e10 \n"),
            gzip(utf8("TP53,0.5,-2\nCD3E,1,0\n")),
            utf8("{\"TP53\": [0.5, -2, 3e-3], \"β\": [[1, 0, 4]], \"none\": null}"),
            npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }\n", 24),
            npy("{'descr': '>f2', 'fortran_order': True, 'shape': (2, 6), }\n", 24)};
        Files.writeString(m_folder.resolve("library_names.txt"), "A\nB\n");
        final var mutator = new Mutator(3);
        int refused = 0;
        for (int i = 0; i < 2 * CASES; i++) {
            refused += isRefused(i, mutator.mutate(mutator.pick(originals))) ? 1 : 0;
        }
        assertRefusedMany(refused);
    }

    /** @return whether the reader refused the bytes, in one of the ways it may */
    private boolean isRefused(final int number, final byte[] bytes) throws IOException {
        final var file = m_folder.resolve("library.npy");
        Files.write(file, bytes);
        final var all = LibraryRequest.all().withMaxBytes(MAX_BYTES);
        try {
            final var request = number % 2 == 0 ? all : all.only(Set.of("TP53", "β-actin", "A", "B"));
            final var content = EmbeddingLibrary.read(file, request, Progress.NONE);
            final int size = content.embedding().size();
            for (final var row : content.embedding().vectors().copy(0, size)) {
                for (final var v : row) {
                    assertTrue(Float.isFinite(v), "case " + number);
                }
            }
            return false;
        } catch (ScelmoException e) {
            assertTrue(e.getMessage().length() > 10, "case " + number);
            return true;
        } catch (IOException e) {
            return true;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return fail("case %d: %s".formatted(number, Base64.getEncoder().encodeToString(bytes)), e);
        }
    }

    private static void assertRefusedMany(final int refused) {
        assertTrue(refused > CASES / 4, "only %d cases did any damage".formatted(refused));
    }

    private static byte[][] pickles() throws Exception {
        final var folder = Path.of(LibraryFuzzTest.class.getResource("pickles").toURI());
        final List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.sorted().toList();
        }
        final var pickles = new byte[files.size()][];
        for (int i = 0; i < pickles.length; i++) {
            pickles[i] = Files.readAllBytes(files.get(i));
        }
        return pickles;
    }

    private static byte[] utf8(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(final byte[] bytes) throws IOException {
        final var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] npy(final String header, final int data) {
        return ByteBuffer.allocate(10 + header.length() + data).put((byte)0x93).put(utf8("NUMPY")).put((byte)1)
            .put((byte)0).put((byte)header.length()).put((byte)0).put(utf8(header)).array();
    }
}
