package org.scelmo.core.io.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;

class NumpyLibraryTest {

    private static final float[][] VECTORS = {{0.5f, -2, 3}, {1, 0, -4}};

    @TempDir
    private Path m_folder;

    @Test
    void readsEveryElementTypeInBothByteOrders() throws IOException {
        for (final var order : List.of("<", ">")) {
            final var bytes = order.equals("<") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            final var f4 = ByteBuffer.allocate(24).order(bytes);
            final var f8 = ByteBuffer.allocate(48).order(bytes);
            for (final var row : VECTORS) {
                for (final var v : row) {
                    f4.putFloat(v);
                    f8.putDouble(v);
                }
            }
            // IEEE 754 half precision of 0.5, −2, 3, 1, 0, −4
            final var f2 = ByteBuffer.allocate(12).order(bytes);
            for (final var half : new int[]{0x3800, 0xC000, 0x4200, 0x3C00, 0x0000, 0xC400}) {
                f2.putShort((short)half);
            }
            assertArrayEquals(VECTORS, rows(npy(order + "f4", false, "(2, 3)", f4)));
            assertArrayEquals(VECTORS, rows(npy(order + "f8", false, "(2, 3)", f8)));
            assertArrayEquals(VECTORS, rows(npy(order + "f2", false, "(2, 3)", f2)));
        }
    }

    @Test
    void readsFortranOrderAndWantedRows() throws IOException {
        final var data = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        for (int d = 0; d < 3; d++) {
            data.putFloat(VECTORS[0][d]).putFloat(VECTORS[1][d]);
        }
        final var file = npy("<f4", true, "(2, 3)", data);
        assertArrayEquals(VECTORS, rows(file));
        final var content = EmbeddingLibrary.read(file, LibraryRequest.all().only(Set.of("CD3E")), Progress.NONE);
        assertEquals(List.of("CD3E"), content.embedding().names());
        assertArrayEquals(VECTORS[1], content.embedding().vectors().copy(0, 1)[0]);
    }

    @Test
    void looksForNamesBesideTheArrayOrTakesTheChosenFile() throws IOException {
        final var file = npy("<f4", false, "(2, 3)", f4());
        Files.delete(m_folder.resolve("v_genes.txt"));
        assertFails("'v.npy' is an array without names.", file);
        Files.writeString(m_folder.resolve("v.txt"), "\uFEFFA\r\nB\r\n\r\n");
        assertEquals(List.of("A", "B"),
            EmbeddingLibrary.read(file, LibraryRequest.all(), Progress.NONE).embedding().names());
        final var chosen = Files.writeString(m_folder.resolve("other"), "C\nD");
        assertEquals(List.of("C", "D"), EmbeddingLibrary
            .read(file, LibraryRequest.all().withNames(chosen), Progress.NONE).embedding().names());
        Files.writeString(m_folder.resolve("v.txt"), "A\n");
        assertFails("the array has 2 rows, but 'v.txt' has 1 names.", file);
    }

    @Test
    void refusesNamesBeyondReason() throws IOException {
        final var file = npy("<f4", false, "(2, 3)", f4());
        Files.writeString(m_folder.resolve("v_genes.txt"), "A\n".repeat(2_000_001));
        assertFails("'v_genes.txt' has more than 2000000 names", file);
        Files.writeString(m_folder.resolve("v_genes.txt"), "A".repeat(10_001));
        assertFails("longer than 10000 characters", file);
    }

    @Test
    void convertsHalfPrecisionExactly() {
        assertEquals(0x1p-24f, ElementType.half((short)1)); // smallest subnormal number
        assertEquals(-0x3FFp-24f, ElementType.half((short)0x83FF)); // largest subnormal number
        assertEquals(0x1p-14f, ElementType.half((short)0x0400));
        assertEquals(65504f, ElementType.half((short)0x7BFF));
        assertEquals(Float.NEGATIVE_INFINITY, ElementType.half((short)0xFC00));
        assertTrue(Float.isNaN(ElementType.half((short)0x7E00)));
    }

    @Test
    void refusesOtherArrays() throws IOException {
        assertFails("the array holds objects", npy("|O", false, "(2, 3)", f4()));
        assertFails("elements of type '<c8'", npy("<c8", false, "(2, 3)", f4()));
        assertFails("has 1 axes instead of two", npy("<f4", false, "(6,)", f4()));
        assertFails("claims 12 bytes, but only 8 are left", npy("<f4", false, "(2, 3)", ByteBuffer.allocate(20)));
        assertFails("there is more behind the array", npy("<f4", false, "(2, 3)", ByteBuffer.allocate(25)));
        assertFails("has 1099511627776 or more dimensions", npy("<f4", false, "(2, 1099511627776)", f4()));
        assertFails("has 4611686018427387904 rows, but 'v_genes.txt' has 2 names",
            npy("<f4", false, "(4611686018427387904, 1)", f4()));
        assertFails("more elements than a file can hold", npy("<f4", false, "(4611686018427387904, 8)", f4()));
    }

    @Test
    void readsAnArchiveOfNamesAndVectors() throws IOException {
        final var utf32 = Charset.forName("UTF-32LE");
        for (final var names : List.of(array("<U4", "(2,)", ByteBuffer.wrap("TP53β\0\0\0".getBytes(utf32))),
            array("|S4", "(2,)", ByteBuffer.wrap("TP53β\0\0".getBytes(StandardCharsets.UTF_8))))) {
            final var file = zip("v.npz", "vectors.npy", array("<f4", "(2, 3)", f4()), "names.npy", names);
            final var content = EmbeddingLibrary.read(file, LibraryRequest.all(), Progress.NONE);
            assertEquals(List.of("TP53", "β"), content.embedding().names());
            assertArrayEquals(VECTORS, content.embedding().vectors().copy(0, 2));
            assertEquals(LibraryFormat.NPZ, content.report().format());
        }
        assertFails("has no array of names", zip("v.npz", "vectors.npy", array("<f4", "(2, 3)", f4())));
        assertFails("has several two-dimensional arrays: a.npy and b.npy",
            zip("v.npz", "a.npy", array("<f4", "(2, 3)", f4()), "b.npy", array("<f4", "(2, 3)", f4())));
    }

    @Test
    void readsOneFileOfAZipArchive() throws IOException {
        final var table = "TP53,0.5,-2,3\nCD3E,1,0,-4\n".getBytes(StandardCharsets.UTF_8);
        final var junk = new byte[]{0, 5, 22, 7};
        assertArrayEquals(VECTORS, rows(zip("v.zip", "__MACOSX/._genes.csv", junk, "a/.DS_Store", junk,
            "a/genes..v1.csv", table, "README.md", junk)));
        final var two = zip("v.zip", "a.csv", table, "b.json", "{\"A\": [1]}".getBytes(StandardCharsets.UTF_8));
        assertFails("holds several files that can be a library: a.csv, b.json.", two);
        assertEquals(List.of("A"), EmbeddingLibrary.read(two, LibraryRequest.all().withEntry("b.json"), Progress.NONE)
            .embedding().names());
        assertFails("holds no library of embeddings", zip("v.zip", "README.md", junk));
        Files.write(two, new byte[]{'P', 'K', 3, 4, 5, 6, 7});
        assertFails("'v.zip' is a damaged zip archive", two);
    }

    @Test
    void refusesAFileThatUnpacksWithoutEnd() throws IOException {
        final var bomb = zip("v.zip", "a.csv", new byte[100 << 20]);
        assertFails("neither text nor a known binary format", bomb);
        final var spaces = new byte[100 << 20];
        java.util.Arrays.fill(spaces, (byte)'\n');
        assertFails("unpacks to more than 100 times its size", zip("v.zip", "a.csv", spaces));
    }

    @Test
    void refusesOtherFilesByName() throws IOException {
        final var file = m_folder.resolve("x.bin");
        for (final var magic : List.of("PAR1|Parquet", "\u0089HDF|HDF5", "\u0080\u0009|protocols 2 to 5",
            "ab\0c|neither text nor")) {
            final var parts = magic.split("\\|");
            Files.write(file, parts[0].getBytes(StandardCharsets.ISO_8859_1));
            assertFails(parts[1], file);
        }
        assertFails("is a folder", m_folder);
    }

    private static ByteBuffer f4() {
        final var data = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        for (final var row : VECTORS) {
            for (final var v : row) {
                data.putFloat(v);
            }
        }
        return data;
    }

    private Path npy(final String descr, final boolean fortran, final String shape, final ByteBuffer data)
        throws IOException {
        Files.writeString(m_folder.resolve("v_genes.txt"), "TP53\nCD3E\n");
        return Files.write(m_folder.resolve("v.npy"), array(descr, fortran, shape, data));
    }

    private static byte[] array(final String descr, final String shape, final ByteBuffer data) {
        return array(descr, false, shape, data);
    }

    private static byte[] array(final String descr, final boolean fortran, final String shape, final ByteBuffer data) {
        final var text = "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n".formatted(descr,
            fortran ? "True" : "False", shape).getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(10 + text.length + data.capacity()).order(ByteOrder.LITTLE_ENDIAN)
            .put((byte)0x93).put("NUMPY".getBytes(StandardCharsets.ISO_8859_1)).put((byte)1).put((byte)0)
            .putShort((short)text.length).put(text).put(data.array()).array();
    }

    private Path zip(final String name, final Object... entries) throws IOException {
        final var file = m_folder.resolve(name);
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < entries.length; i += 2) {
                out.putNextEntry(new ZipEntry((String)entries[i]));
                out.write((byte[])entries[i + 1]);
            }
        }
        return file;
    }

    private static float[][] rows(final Path file) throws IOException {
        final var content = EmbeddingLibrary.read(file, LibraryRequest.all(), Progress.NONE);
        assertEquals(List.of("TP53", "CD3E"), content.embedding().names());
        return content.embedding().vectors().copy(0, 2);
    }

    private static void assertFails(final String part, final Path file) {
        final var e = assertThrows(ScelmoException.class,
            () -> EmbeddingLibrary.read(file, LibraryRequest.all(), Progress.NONE));
        assertTrue(e.getMessage().contains(part), e.getMessage());
    }
}
