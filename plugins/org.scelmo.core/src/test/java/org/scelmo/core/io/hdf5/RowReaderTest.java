package org.scelmo.core.io.hdf5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.jhdf.HdfFile;
import io.jhdf.api.DatasetCreationOptions;

class RowReaderTest {

    @TempDir
    private Path m_folder;

    private static Hdf5Dataset dataset(final Hdf5File file, final String name) throws IOException {
        return file.root().dataset(name).orElseThrow();
    }

    @Test
    void readsWhereAnIntDoesNotReach() throws IOException, URISyntaxException {
        final var path = Path.of(RowReaderTest.class.getResource("/org/scelmo/core/io/h5ad/long_array.h5ad").toURI());
        try (var file = Hdf5File.open(path)) {
            final var values = new float[4];
            dataset(file, "long").open().floats((1L << 33) - 4, 4, values, 0);
            assertArrayEquals(new float[]{7, 7, 8, 9}, values);
            final var refused = assertThrows(Hdf5Exception.class, () -> dataset(file, "long").doubles());
            assertTrue(refused.getMessage().contains("elements are claimed"), refused.getMessage());
        }
    }

    @Test
    void anyRowsComeOutOfAnyChunks() throws IOException {
        final var rows = new double[37][11];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < 11; j++) {
                rows[i][j] = i * 100 + j;
            }
        }
        for (final var chunks : new int[][]{{1, 1}, {5, 4}, {37, 11}, {40, 3}, {7, 11}}) {
            final var path = m_folder.resolve("chunks" + Arrays.toString(chunks) + ".h5");
            try (var out = HdfFile.write(path)) {
                final boolean fits = chunks[0] <= 37;
                out.putDataset("x", rows, DatasetCreationOptions.builder()
                    .chunkDimensions(fits ? chunks[0] : 37, chunks[1]).shuffle().deflate(1).build());
            }
            try (var file = Hdf5File.open(path)) {
                final var reader = dataset(file, "x").open();
                for (int first = 0; first < 37; first += 3) {
                    for (final int count : new int[]{1, 2, Math.min(9, 37 - first), 37 - first}) {
                        final int n = Math.min(count, 37 - first);
                        final var values = new double[n * 11];
                        reader.doubles(first, n, values, 0);
                        final int at = first;
                        final var expected = IntStream.range(0, n).boxed()
                            .flatMapToDouble(i -> Arrays.stream(rows[at + i])).toArray();
                        assertArrayEquals(expected, values);
                    }
                }
            }
        }
    }

    @Test
    void rowsOutsideAreRefused() throws IOException {
        final var path = m_folder.resolve("one.h5");
        try (var out = HdfFile.write(path)) {
            out.putDataset("x", new int[]{1, 2, 3});
        }
        try (var file = Hdf5File.open(path)) {
            final var reader = dataset(file, "x").open();
            final var values = new long[4];
            assertThrows(Hdf5Exception.class, () -> reader.longs(0, 4, values, 0));
            assertThrows(Hdf5Exception.class, () -> reader.longs(-1, 1, values, 0));
            reader.longs(1, 2, values, 1);
            assertArrayEquals(new long[]{0, 2, 3, 0}, values);
            assertEquals("int32", dataset(file, "x").type().name());
            assertThrows(Hdf5Exception.class, () -> dataset(file, "x").strings());
        }
    }
}
