package org.scelmo.core.io.hdf5;

import java.util.Arrays;
import java.util.function.LongSupplier;

import io.airlift.compress.zstd.ZstdDecompressor;
import io.jhdf.exceptions.HdfException;

/** Unpacks Zstandard; output goes nowhere but into the room it is given. */
final class Zstd {

    private Zstd() {
    }

    /** @return exactly {@code size} bytes, or fewer if the frame holds fewer */
    static byte[] decode(final byte[] stored, final int size) {
        final long claimed = guarded(() -> ZstdDecompressor.getDecompressedSize(stored, 0, stored.length));
        if (claimed > size) {
            throw new HdfException("a compressed chunk claims %d bytes; it holds %d".formatted(claimed, size));
        }
        final var out = new byte[size];
        final int length = decode(stored, 0, stored.length, out, 0, size);
        return length == size ? out : Arrays.copyOf(out, length);
    }

    /**
     * @return number of bytes unpacked
     * @throws HdfException if the frame is damaged, cut off, or holds more than {@code size} bytes
     */
    static int decode(final byte[] stored, final int from, final int length, final byte[] into, final int at,
        final int size) {
        return (int)guarded(() -> new ZstdDecompressor().decompress(stored, from, length, into, at, size));
    }

    private static long guarded(final LongSupplier work) {
        try {
            return work.getAsLong();
        } catch (RuntimeException e) { // NOSONAR the library has several for damaged frames
            throw new HdfException("a compressed chunk is damaged", e);
        }
    }
}
