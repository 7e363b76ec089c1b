package org.scelmo.core.io.hdf5;

import io.jhdf.exceptions.HdfException;

/**
 * Unpacks BloscLZ. A control byte below 32 announces as many bytes and one more as they are; one above tells in its
 * upper three bits the length of a repetition, in its lower five the upper part of how far back it lies.
 */
final class BloscLz {

    private static final int LITERAL = 32;
    private static final int FAR = 31 << 8;
    private static final int FARTHEST_NEAR = 8191;
    private static final int LONG = 6;
    private static final int SHORTEST = 3;

    private BloscLz() {
    }

    /**
     * @return number of bytes unpacked
     * @throws HdfException if a repetition begins before the piece, or there are more bytes than fit
     * @throws IndexOutOfBoundsException if the packed bytes end early
     */
    static int decode(final byte[] packed, final int from, final int length, final byte[] into, final int start,
        final int size) {
        final int end = from + length;
        int in = from;
        int out = start;
        // the first byte's upper bits hold no length
        int control = packed[in++] & 31;
        while (true) {
            if (control < LITERAL) {
                final int count = control + 1;
                check(count <= start + size - out && count <= end - in);
                System.arraycopy(packed, in, into, out, count);
                in += count;
                out += count;
            } else {
                int count = (control >> 5) - 1;
                int back = (control & 31) << 8;
                if (count == LONG) {
                    int more;
                    do {
                        more = packed[in++] & 0xFF;
                        count += more;
                    } while (more == 255 && count < size);
                }
                final int low = packed[in++] & 0xFF;
                if (low == 255 && back == FAR) {
                    back = FARTHEST_NEAR + ((packed[in++] & 0xFF) << 8);
                    back += packed[in++] & 0xFF;
                } else {
                    back += low;
                }
                count += SHORTEST;
                final int first = out - back - 1;
                check(first >= start && count <= start + size - out);
                // bytes may repeat what this very repetition made
                for (int i = 0; i < count; i++) {
                    into[out + i] = into[first + i];
                }
                out += count;
            }
            if (in >= end) {
                return out - start;
            }
            control = packed[in++] & 0xFF;
        }
    }

    private static void check(final boolean right) {
        if (!right) {
            throw new HdfException("a compressed chunk is damaged");
        }
    }
}
