package org.scelmo.core.io.hdf5.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scelmo.core.io.hdf5.Hdf5Exception;
import org.scelmo.core.io.hdf5.Hdf5File;

/** What is written, read by the reader, whose own tests hold it against h5py. */
class Hdf5WriterTest {

    /** So small that a few thousand numbers need an index of three levels: 64 × 64 chunks fit into two. */
    private static final int TINY_CHUNK = 16;

    @TempDir
    Path m_folder;

    @ParameterizedTest
    @EnumSource(Compression.class)
    void numbersComeBackThroughAnIndexOfThreeLevels(final Compression compression) throws IOException {
        final var file = m_folder.resolve("levels.h5");
        final int count = 64 * 64 * TINY_CHUNK / Integer.BYTES + 4711;
        final var values = IntStream.range(0, count).map(i -> i * 7919).toArray();
        try (var hdf5 = Hdf5Writer.create(file, compression, TINY_CHUNK)) {
            try (var data = hdf5.root().list("values", ElementKind.INT32)) {
                data.putInts(values, 0, 5);
                data.putInts(values, 5, count - 5);
            }
            hdf5.finish();
        }
        try (var hdf5 = Hdf5File.open(file)) {
            final var data = hdf5.root().dataset("values").orElseThrow();
            assertArrayEquals(new long[]{count}, data.shape());
            assertEquals(compression == Compression.GZIP ? List.of("shuffle", "gzip") : List.of(), data.filters());
            assertArrayEquals(IntStream.of(values).asLongStream().toArray(), data.longs());
        }
    }

    @Test
    void theBytesDoNotDependOnTheThreadsThatCompress() throws IOException {
        final var values = IntStream.range(0, 20_000).map(i -> i * i).toArray();
        byte[] first = null;
        for (int run = 0; run < 5; run++) {
            final var file = m_folder.resolve("run.h5");
            try (var hdf5 = Hdf5Writer.create(file, Compression.GZIP, 4096)) {
                try (var one = hdf5.root().list("one", ElementKind.INT32);
                        var two = hdf5.root().list("two", ElementKind.INT32)) {
                    for (int i = 0; i < 20; i++) {
                        one.putInts(values, 1000 * i, 1000);
                        two.putInts(values, 500 * i, 500);
                    }
                }
                hdf5.finish();
            }
            first = first == null ? Files.readAllBytes(file) : first;
            assertArrayEquals(first, Files.readAllBytes(file));
        }
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void allKindsComeBackWholeAndInChunks(final Compression compression) throws IOException {
        for (final int count : new int[]{0, 1, 3, 600}) {
            final var file = m_folder.resolve(compression + "-" + count + ".h5");
            writeAll(file, compression, count);
            try (var hdf5 = Hdf5File.open(file)) {
                final var root = hdf5.root();
                final var longs = IntStream.range(0, count).mapToLong(i -> i - 1).toArray();
                for (final var kind : new String[]{"INT16", "INT32", "INT64"}) {
                    assertArrayEquals(longs, root.dataset(kind).orElseThrow().longs(), kind);
                }
                for (int i = 0; i < count; i++) {
                    assertEquals((byte)(i - 1), root.dataset("INT8").orElseThrow().longs()[i]);
                    assertEquals(i / 4.0, root.dataset("FLOAT64").orElseThrow().doubles()[i]);
                    assertEquals(i % 3 == 0, root.dataset("BOOL").orElseThrow().booleans()[i]);
                    assertEquals(text(i), root.dataset("TEXT").orElseThrow().strings()[i]);
                    assertEquals(i * 0.5f, root.dataset("FLOAT32").orElseThrow().doubles()[i]);
                }
            }
        }
    }

    private static String text(final int i) {
        return i % 5 == 0 ? "" : "Zelle " + "ä€".repeat(i % 40) + i;
    }

    private static void writeAll(final Path file, final Compression compression, final int count) throws IOException {
        try (var hdf5 = Hdf5Writer.create(file, compression, 1024)) {
            for (final var kind : ElementKind.values()) {
                try (var data = hdf5.root().list(kind.name(), kind)) {
                    for (int i = 0; i < count; i++) {
                        switch (kind) {
                            case FLOAT32 -> data.putFloats(new float[]{i * 0.5f}, 0, 1);
                            case FLOAT64 -> data.putDouble(i / 4.0);
                            case BOOL -> data.putBoolean(i % 3 == 0);
                            case TEXT -> data.putText(text(i));
                            default -> data.putInteger(i - 1);
                        }
                    }
                }
            }
            hdf5.finish();
        }
    }

    @Test
    void tablesKeepTheirShapeWhateverIsEmpty() throws IOException {
        final var file = m_folder.resolve("tables.h5");
        final int[][] shapes = {{0, 0}, {0, 3}, {4, 0}, {1, 1}, {300, 7}, {3, 2000}};
        try (var hdf5 = Hdf5Writer.create(file, Compression.GZIP, 1024)) {
            for (final var shape : shapes) {
                try (var data = hdf5.root().table(shape[0] + "x" + shape[1], ElementKind.FLOAT32, shape[0], shape[1])) {
                    data.putFloats(new float[shape[0] * shape[1]], 0, shape[0] * shape[1]);
                }
            }
            hdf5.finish();
        }
        try (var hdf5 = Hdf5File.open(file)) {
            for (final var shape : shapes) {
                final var data = hdf5.root().dataset(shape[0] + "x" + shape[1]).orElseThrow();
                assertArrayEquals(new long[]{shape[0], shape[1]}, data.shape());
            }
        }
    }

    @Test
    void manyNamesOfAllKindsAndAttributesComeBack() throws IOException {
        final var file = m_folder.resolve("names.h5");
        final var names = new TreeSet<String>();
        IntStream.range(0, 3000).forEach(i -> names.add("Gen-α " + i));
        try (var hdf5 = Hdf5Writer.create(file, Compression.NONE)) {
            try (var group = hdf5.root().group("many")) {
                group.attribute("names", names.toArray(String[]::new));
                group.attribute("none", new String[0]);
                group.attribute("shape", new long[]{3, 1L << 40});
                group.attribute("title", "größer");
                for (final var name : names) {
                    group.group(name).close();
                }
            }
            hdf5.finish();
        }
        try (var hdf5 = Hdf5File.open(file)) {
            final var group = hdf5.root().group("many").orElseThrow();
            assertEquals(names, new TreeSet<>(group.names()));
            assertArrayEquals(names.toArray(), group.attributes().texts("names").orElseThrow());
            assertEquals("größer", group.attributes().text("title").orElseThrow());
            assertArrayEquals(new long[]{3, 1L << 40}, group.attributes().longs("shape").orElseThrow());
        }
    }

    @Test
    void anUnfinishedFileIsNoHdf5File() throws IOException {
        final var file = m_folder.resolve("half.h5");
        try (var hdf5 = Hdf5Writer.create(file, Compression.NONE);
                var data = hdf5.root().list("values", ElementKind.INT64)) {
            data.putInteger(1);
        }
        assertTrue(Files.size(file) > 0);
        assertThrows(Hdf5Exception.class, () -> Hdf5File.open(file).close());
    }

    @Test
    void whatHdf5CannotHoldIsRefused() throws IOException {
        try (var hdf5 = Hdf5Writer.create(m_folder.resolve("odd.h5"), Compression.NONE)) {
            final var root = hdf5.root();
            root.group("twice");
            assertThrows(Hdf5WriteException.class, () -> root.group("twice"));
            for (final var name : new String[]{"", ".", "a/b", "a\0b"}) {
                assertThrows(Hdf5WriteException.class, () -> root.group(name), name);
            }
            final var texts = root.list("texts", ElementKind.TEXT);
            final var cut = assertThrows(Hdf5WriteException.class, () -> texts.putText("a\0b"));
            assertTrue(cut.getMessage().contains("'texts'"), cut.getMessage());
            final var names = new String[5000];
            Arrays.fill(names, "x");
            assertThrows(Hdf5WriteException.class, () -> root.attribute("many", names));
        }
    }
}
