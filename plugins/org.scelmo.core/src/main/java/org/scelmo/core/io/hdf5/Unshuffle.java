package org.scelmo.core.io.hdf5;

/** Undoes the shuffling of bytes: the first bytes of all elements were stored together, then all second ones… */
final class Unshuffle {

    private Unshuffle() {
    }

    /** @return the elements; the argument itself if they are single bytes */
    static byte[] bytes(final byte[] shuffled, final int elementSize) {
        if (elementSize <= 1) {
            return shuffled;
        }
        final var out = new byte[shuffled.length];
        bytes(shuffled, shuffled.length, elementSize, out);
        return out;
    }

    /** What is left of an element at the end was not shuffled. */
    static void bytes(final byte[] shuffled, final int length, final int elementSize, final byte[] out) {
        final int count = length / elementSize;
        if (elementSize == Integer.BYTES) {
            ofFour(shuffled, count, out);
        } else {
            for (int b = 0; b < elementSize; b++) {
                for (int i = 0, from = b * count, to = b; i < count; i++, to += elementSize) {
                    out[to] = shuffled[from + i];
                }
            }
        }
        final int whole = count * elementSize;
        System.arraycopy(shuffled, whole, out, whole, length - whole);
    }

    /** The usual size, in one pass over the output. */
    private static void ofFour(final byte[] shuffled, final int count, final byte[] out) {
        for (int i = 0, to = 0; i < count; i++, to += Integer.BYTES) {
            out[to] = shuffled[i];
            out[to + 1] = shuffled[count + i];
            out[to + 2] = shuffled[2 * count + i];
            out[to + 3] = shuffled[3 * count + i];
        }
    }
}
