package org.scelmo.core.io.hdf5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.jhdf.HdfFile;
import io.jhdf.api.DatasetCreationOptions;

class RangeReaderTest {

    private static final int[] NUMBERS = IntStream.range(0, 300_000).map(i -> i * 31 % 20_011).toArray();

    @TempDir
    private Path m_folder;

    private Path file(final int chunk, final boolean gzip) {
        final var path = m_folder.resolve(chunk + (gzip ? "gz" : "") + ".h5");
        try (var out = HdfFile.write(path)) {
            if (chunk == 0) {
                out.putDataset("x", NUMBERS);
            } else {
                final var options = DatasetCreationOptions.builder().chunkDimensions(chunk);
                out.putDataset("x", NUMBERS, (gzip ? options.shuffle().deflate(1) : options).build());
            }
        }
        return path;
    }

    private static RangeReader open(final Hdf5File file) throws IOException {
        return new RangeReader(file.root().dataset("x").orElseThrow());
    }

    @Test
    void rangesAreReadInAnyOrderOfTheirPieces() throws IOException {
        final var random = new Random(1);
        for (final int chunk : new int[]{0, 1000, 65_536, 70_001, 300_000}) {
            for (final boolean gzip : chunk == 0 ? new boolean[]{false} : new boolean[]{true, false}) {
                try (var file = Hdf5File.open(file(chunk, gzip))) {
                    final var reader = open(file);
                    for (int first = 0, n; first < NUMBERS.length; first += n) {
                        n = Math.min(NUMBERS.length - first, random.nextInt(4) == 0 ? 7 : random.nextInt(200_000));
                        final var ints = new int[n];
                        final var pieces = new ArrayList<>(reader.ints(first, n, ints));
                        Collections.shuffle(pieces, random);
                        for (final var piece : pieces) {
                            piece.read();
                        }
                        assertArrayEquals(Arrays.copyOfRange(NUMBERS, first, first + n), ints, "chunks of " + chunk);
                    }
                }
            }
        }
    }

    @Test
    void aLongRangeIsDealtOut() throws IOException {
        try (var file = Hdf5File.open(file(1000, true))) {
            assertTrue(open(file).floats(0, NUMBERS.length, new float[NUMBERS.length]).size() >= 4);
            assertEquals(1, open(file).floats(10, 20, new float[20]).size());
        }
    }

    @Test
    void damageInAPieceIsToldWithItsPlace() throws IOException {
        final var path = file(1000, true);
        final var bytes = Files.readAllBytes(path);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 2000, (byte)0x55);
        Files.write(path, bytes);
        try (var file = Hdf5File.open(path)) {
            final var refused = assertThrows(Hdf5Exception.class, () -> {
                for (final var piece : open(file).ints(0, NUMBERS.length, new int[NUMBERS.length])) {
                    piece.read();
                }
            });
            assertEquals("/x", refused.location());
        }
    }
}
