package org.scelmo.core.io.hdf5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

import org.junit.jupiter.api.Test;

import io.jhdf.exceptions.HdfException;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class ChunkDecoderTest {

    private static final FilterInfo GZIP = new FilterInfo(1, "deflate", false, new int[]{4});
    private static final FilterInfo SHUFFLE = new FilterInfo(2, "shuffle", false, new int[]{4});

    private static byte[] deflate(final byte[] bytes) throws IOException {
        final var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] shuffle(final byte[] bytes, final int size) {
        final var out = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            out[i % size * (bytes.length / size) + i / size] = bytes[i];
        }
        return out;
    }

    @Property
    void undoesShuffleAndGzip(@ForAll @Size(min = 16, max = 16) final byte[] bytes) throws IOException {
        final var decoder = new ChunkDecoder(List.of(SHUFFLE, GZIP), 16);
        assertArrayEquals(bytes, Chunks.decode(decoder, deflate(shuffle(bytes, 4)), 0));
        assertArrayEquals(bytes, Chunks.decode(decoder, deflate(bytes), 0b01), "shuffle was skipped");
        assertArrayEquals(bytes, Chunks.decode(decoder, shuffle(bytes, 4), 0b10), "gzip was skipped");
        assertArrayEquals(bytes, Chunks.decode(decoder, bytes, 0b11), "both were skipped");
    }

    @Test
    void aBombUnfoldsNoFurtherThanTheChunk() throws IOException {
        final var bomb = deflate(new byte[50_000_000]);
        assertEquals(4096, Chunks.decode(new ChunkDecoder(List.of(GZIP), 4096), bomb, 0).length);
    }

    @Test
    void damageIsTold() throws IOException {
        final var decoder = new ChunkDecoder(List.of(GZIP), 1000);
        final var whole = deflate(new byte[1000]);
        assertThrows(HdfException.class, () -> Chunks.decode(decoder, Arrays.copyOf(whole, whole.length / 2), 0));
        assertThrows(HdfException.class, () -> Chunks.decode(decoder, new byte[]{1, 2, 3}, 0));
        assertThrows(HdfException.class, () -> Chunks.decode(decoder, deflate(new byte[999]), 0));
        assertArrayEquals(new byte[1000], Chunks.decode(decoder, whole, 0), "the decoder goes on after damage");
    }

    @Test
    void lz4BlocksMayNotClaimMoreThanTheChunk() {
        final var lz4 = new ChunkDecoder(List.of(new FilterInfo(32004, "lz4", false, new int[]{0})), 1000);
        for (final long claim : new long[]{-1, 1001, Long.MAX_VALUE}) {
            final var bytes = ByteBuffer.allocate(20).putLong(claim).putInt(100).array();
            assertThrows(HdfException.class, () -> Chunks.decode(lz4, bytes, 0));
        }
    }

    @Test
    void filtersThatAreNotReadAreNamed() {
        final var zfp = new FilterInfo(32013, "H5Z-ZFP", false, new int[]{3});
        assertEquals("zfp", Filters.name(Filters.unsupported(List.of(SHUFFLE, zfp))));
        final var own = new FilterInfo(40_000, "mine", false, new int[0]);
        assertEquals("mine", Filters.name(Filters.unsupported(List.of(own))));
        assertNull(Filters.unsupported(List.of(SHUFFLE, GZIP)));
        final var bitshuffleZstd = new FilterInfo(32008, "bitshuffle", false, new int[]{0, 2, 4, 0, 3});
        assertEquals("bitshuffle (zstd)", Filters.name(Filters.unsupported(List.of(bitshuffleZstd))));
    }

    @Test
    void lzfUndoesLiteralsAndOverlappingCopies() {
        // literals a b c, then a copy of 9 bytes from 3 back (7 + 2), as LibLZF packs "abcabcabcabc"
        final byte[] packed = {2, 'a', 'b', 'c', (byte)(7 << 5), 0, 2};
        assertEquals("abcabcabcabc", new String(Lzf.decode(packed, 12)));
        assertThrows(HdfException.class, () -> Lzf.decode(packed, 11));
        assertThrows(HdfException.class, () -> Lzf.decode(packed, 13));
        assertThrows(HdfException.class, () -> Lzf.decode(new byte[]{(byte)(1 << 5), 5}, 3), "a copy from before");
    }

    @Test
    void fletcherTellsAChangedByte() {
        // checked against the file that h5py wrote in H5adVariantsTest; here: zero data have the sum zero
        assertEquals(6, Fletcher32.verified(new byte[10]).length);
        final var changed = new byte[10];
        changed[3] = 1;
        final var refused = assertThrows(HdfException.class, () -> Fletcher32.verified(changed));
        assertTrue(refused.getMessage().contains("checksum"));
        assertThrows(HdfException.class, () -> Fletcher32.verified(new byte[3]));
    }

    @Test
    void bloscIsReadUnlessItsCodecIsNot() {
        final var lz4 = new FilterInfo(32001, "blosc", false, new int[]{2, 2, 4, 4096, 5, 1, 1});
        final var zstd = new FilterInfo(32001, "blosc", false, new int[]{2, 2, 4, 4096, 5, 2, 5});
        final var later = new FilterInfo(32001, "blosc", false, new int[]{2, 2, 4, 4096, 5, 2, 6});
        assertNull(Filters.unsupported(List.of(lz4)));
        assertNull(Filters.unsupported(List.of(zstd)));
        assertEquals(later, Filters.unsupported(List.of(lz4, later)));
        assertEquals("blosc", Filters.name(lz4));
        assertEquals("blosc (codec 6)", Filters.name(later));
    }

    /** Literals "abc", then nine bytes from three back: worked out by hand from the format. */
    @Test
    void bloscLzRepeatsWhatItMadeItself() {
        final byte[] packed = {2, 'a', 'b', 'c', (byte)(7 << 5), 0, 2};
        final var into = new byte[12];
        assertEquals(12, BloscLz.decode(packed, 0, packed.length, into, 0, 12));
        assertArrayEquals("abcabcabcabc".getBytes(StandardCharsets.US_ASCII), into);
        assertThrows(HdfException.class, () -> BloscLz.decode(packed, 0, packed.length, into, 0, 11));
    }

    @Test
    void aBloscChunkThatWasOnlyCopiedIsTakenAsItIs() {
        final var chunk = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put(new byte[]{2, 1, 2, 4}).putInt(4).putInt(4).putInt(20).put(new byte[]{1, 2, 3, 4});
        assertArrayEquals(new byte[]{1, 2, 3, 4}, Blosc.decode(chunk.array(), 4));
        assertThrows(HdfException.class, () -> Blosc.decode(chunk.array(), 3), "claims more than the chunk holds");
        assertThrows(HdfException.class, () -> Blosc.decode(Arrays.copyOf(chunk.array(), 19), 4), "cut");
    }
}
