package org.scelmo.core.io.hdf5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.airlift.compress.zstd.ZstdCompressor;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Zstandard and Blosc, also damaged. The files hold what the C libraries (zstd 1.5.4, Blosc 1.21.3) packed. */
class PackedChunksTest {

    private static final FilterInfo ZSTD = new FilterInfo(32015, "Zstandard", false, new int[]{3});
    private static final FilterInfo BLOSC =
        new FilterInfo(32001, "blosc", false, new int[]{2, 2, 4, 24000, 9, 2, 5});
    private static final int CHUNK = 6000;

    private static Path path(final String name) {
        try {
            return Path.of(PackedChunksTest.class.getResource("/org/scelmo/core/io/h5ad/" + name + ".h5ad").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] zstd(final byte[] bytes) {
        final var compressor = new ZstdCompressor();
        final var out = new byte[compressor.maxCompressedLength(bytes.length)];
        return Arrays.copyOf(out, compressor.compress(bytes, 0, bytes.length, out, 0, out.length));
    }

    /** A frame without a checksum: a header, then blocks of 128 kB of one byte each. */
    private static byte[] frameOfRuns(final int blocks) {
        final var frame = ByteBuffer.allocate(6 + 4 * blocks).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(0xFD2FB528).put((byte)0).put((byte)(10 << 3));
        for (int i = 0; i < blocks; i++) {
            final int header = (1 << 17) << 3 | 1 << 1 | (i == blocks - 1 ? 1 : 0);
            frame.put((byte)header).put((byte)(header >> 8)).put((byte)(header >> 16)).put((byte)7);
        }
        return frame.array();
    }

    private static byte[] numbers(final int first) {
        final var bytes = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = first; i < first + CHUNK; i++) {
            bytes.putFloat(i * 37 % 1009 / 8f);
        }
        return bytes.array();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "blosc_blosclz_bitshuffle", "blosc_lz4hc_bitshuffle", "blosc_snappy_shuffle",
        "blosc_zlib_bitshuffle", "blosc_zstd_plain", "blosc_zstd_shuffle", "blosc_zstd_bitshuffle"})
    void whatTheCLibrariesPackedIsRead(final String name) throws IOException {
        try (var file = Hdf5File.open(path(name))) {
            final var numbers = file.root().dataset("numbers").orElseThrow().open();
            final var values = new float[20_000];
            numbers.floats(0, values.length, values, 0);
            for (int i = 0; i < values.length; i++) {
                assertEquals(i * 37 % 1009 / 8f, values[i], name + " at " + i);
            }
        }
    }

    @Property(tries = 200)
    void zstdComesBackAsItWas(@ForAll final byte[] bytes) {
        assertArrayEquals(bytes, Chunks.decode(new ChunkDecoder(List.of(ZSTD), bytes.length), zstd(bytes), 0));
    }

    @Test
    void aChunkNeverUnfoldsBeyondItsSize() {
        final var zstd = new ChunkDecoder(List.of(ZSTD), 4096);
        for (final var bomb : new byte[][]{zstd(new byte[1_000_000]), frameOfRuns(1000)}) {
            final var refused = assertThrows(HdfException.class, () -> Chunks.decode(zstd, bomb, 0));
            assertTrue(refused.getMessage().startsWith("a compressed chunk"), refused.getMessage());
        }
        final int most = 3 << 17;
        final var runs = new byte[most];
        Arrays.fill(runs, (byte)7);
        assertArrayEquals(runs, Chunks.decode(new ChunkDecoder(List.of(ZSTD), most), frameOfRuns(3), 0));
    }

    @Test
    void whatIsCutOffOrTooShortIsTold() {
        final var zstd = new ChunkDecoder(List.of(ZSTD), 4 * CHUNK);
        final var whole = zstd(numbers(0));
        for (int length = 0; length < whole.length; length += 7) {
            final var cut = Arrays.copyOf(whole, length);
            assertThrows(HdfException.class, () -> Chunks.decode(zstd, cut, 0), "cut at " + length);
        }
        assertThrows(HdfException.class, () -> Chunks.decode(zstd, zstd(new byte[4 * CHUNK - 1]), 0));
        assertThrows(HdfException.class, () -> Chunks.decode(zstd, "no frame at all".getBytes(), 0));
    }

    /** Whatever the damage: numbers, or the one exception that a reader turns into words. */
    @Test
    void damageEndsInNumbersOrInATypedException() throws IOException {
        fuzz(new ChunkDecoder(List.of(ZSTD), 4 * CHUNK), zstd(numbers(0)));
        for (final var codec : new String[]{"zstd_plain", "zstd_bitshuffle", "snappy_shuffle"}) {
            fuzz(new ChunkDecoder(List.of(BLOSC), 4 * CHUNK), bloscChunk("blosc_" + codec));
        }
    }

    /** Found by the header: elements of four bytes, then the chunk's full size and, two numbers on, its packed one. */
    private static byte[] bloscChunk(final String name) throws IOException {
        final var bytes = ByteBuffer.wrap(Files.readAllBytes(path(name))).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (bytes.get(at + 3) != Float.BYTES || bytes.getInt(at + 4) != 4 * CHUNK) {
            at++;
        }
        return Arrays.copyOfRange(bytes.array(), at, at + bytes.getInt(at + 12));
    }

    private static void fuzz(final ChunkDecoder decoder, final byte[] whole) {
        int refused = 0;
        final int cases = 3000;
        for (int seed = 0; seed < cases; seed++) {
            final var random = new SplittableRandom(seed);
            byte[] bytes = whole.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                // the beginning holds the sizes, so it is hit as often as all the rest
                bytes[random.nextInt(random.nextBoolean() ? Math.min(64, bytes.length) : bytes.length)] =
                    (byte)random.nextInt(256);
            }
            if (random.nextInt(8) == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            try {
                assertEquals(4 * CHUNK, Chunks.decode(decoder, bytes, 0).length);
            } catch (HdfException e) {
                refused++;
            } catch (RuntimeException e) {
                fail("seed " + seed, e);
            }
        }
        assertTrue(refused > cases / 10, refused + " of " + cases + " were refused");
    }
}
