package org.scelmo.core.io.hdf5;

/** Undoes the shuffling of bits: the first bits of all elements were stored together, then all second ones… */
final class BitShuffle {

    private BitShuffle() {
    }

    /**
     * @param bytes the shuffled elements; what is left of an element at the end was not shuffled, and nothing was if
     *            the elements are no multiple of eight
     * @return the elements; the argument itself if nothing was shuffled
     */
    static byte[] undo(final byte[] bytes, final int elementSize) {
        final int count = bytes.length / elementSize;
        if (count % Byte.SIZE != 0 || count == 0) {
            return bytes;
        }
        final var out = new byte[bytes.length];
        final int plane = count / Byte.SIZE;
        for (int b = 0; b < elementSize; b++) {
            final int first = b * count;
            for (int i = 0; i < plane; i++) {
                long eight = 0;
                for (int bit = 0; bit < Byte.SIZE; bit++) {
                    eight |= (bytes[first + bit * plane + i] & 0xFFL) << bit * Byte.SIZE;
                }
                eight = transposed(eight);
                for (int k = 0, to = i * Byte.SIZE * elementSize + b; k < Byte.SIZE; k++, to += elementSize) {
                    out[to] = (byte)(eight >>> k * Byte.SIZE);
                }
            }
        }
        final int whole = count * elementSize;
        System.arraycopy(bytes, whole, out, whole, bytes.length - whole);
        return out;
    }

    /**
     * @return the square of 8 × 8 bits mirrored at its diagonal: three rounds of swapping blocks, each of half the size
     */
    private static long transposed(final long square) {
        long x = square;
        long swap = (x ^ x >>> 7) & 0x00AA00AA00AA00AAL;
        x ^= swap ^ swap << 7;
        swap = (x ^ x >>> 14) & 0x0000CCCC0000CCCCL;
        x ^= swap ^ swap << 14;
        swap = (x ^ x >>> 28) & 0x00000000F0F0F0F0L;
        return x ^ swap ^ swap << 28;
    }
}
