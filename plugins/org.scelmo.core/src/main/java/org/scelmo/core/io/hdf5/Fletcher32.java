package org.scelmo.core.io.hdf5;

import java.util.Arrays;

import io.jhdf.exceptions.HdfException;

/** The checksum that HDF5 puts behind a chunk: Fletcher's, over big-endian 16-bit words. */
final class Fletcher32 {

    private static final int CHECKSUM_BYTES = 4;
    private static final int WORDS_BEFORE_FOLD = 360;

    private Fletcher32() {
    }

    /** @return the bytes without the checksum */
    static byte[] verified(final byte[] bytes) {
        final int length = bytes.length - CHECKSUM_BYTES;
        if (length < 0) {
            throw new HdfException("a chunk with a checksum is cut off");
        }
        final int stored = (bytes[length] & 0xFF) | (bytes[length + 1] & 0xFF) << 8 | (bytes[length + 2] & 0xFF) << 16
            | (bytes[length + 3] & 0xFF) << 24;
        final int sum = sum(bytes, length);
        // files written before HDF5 1.6.3 hold the bytes of each half swapped
        final int swapped = (sum & 0x00FF00FF) << 8 | sum >>> 8 & 0x00FF00FF;
        if (stored != sum && stored != swapped) {
            throw new HdfException("a chunk's checksum is wrong");
        }
        return Arrays.copyOf(bytes, length);
    }

    private static int sum(final byte[] bytes, final int length) {
        int first = 0;
        int second = 0;
        int words = 0;
        for (int i = 0; i < length; i += 2) {
            final int low = i + 1 < length ? bytes[i + 1] & 0xFF : 0;
            first += (bytes[i] & 0xFF) << 8 | low;
            second += first;
            if (++words % WORDS_BEFORE_FOLD == 0) {
                first = fold(first);
                second = fold(second);
            }
        }
        return fold(fold(second)) << 16 | fold(fold(first));
    }

    private static int fold(final int sum) {
        return (sum & 0xFFFF) + (sum >>> 16);
    }
}
