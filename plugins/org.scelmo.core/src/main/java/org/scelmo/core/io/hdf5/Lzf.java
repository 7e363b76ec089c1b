package org.scelmo.core.io.hdf5;

import io.jhdf.exceptions.HdfException;

/** LibLZF's compression, as h5py's lzf filter writes it: one block without a header. */
final class Lzf {

    private static final int LITERAL_LIMIT = 32;
    private static final int LONG_LENGTH = 7;
    private static final int SHORTEST_COPY = 2;

    private Lzf() {
    }

    /** @return exactly {@code size} bytes */
    static byte[] decode(final byte[] in, final int size) {
        final var out = new byte[size];
        int from = 0;
        int to = 0;
        try {
            while (from < in.length) {
                final int control = in[from++] & 0xFF;
                if (control < LITERAL_LIMIT) {
                    System.arraycopy(in, from, out, to, control + 1);
                    from += control + 1;
                    to += control + 1;
                    continue;
                }
                int length = control >> 5;
                if (length == LONG_LENGTH) {
                    length += in[from++] & 0xFF;
                }
                int source = to - ((control & 0x1F) << 8 | in[from++] & 0xFF) - 1;
                // a copy may overlap what it writes, so it goes byte by byte
                for (final int end = to + length + SHORTEST_COPY; to < end; to++) {
                    out[to] = out[source++];
                }
            }
        } catch (IndexOutOfBoundsException e) {
            throw new HdfException("a compressed chunk is damaged", e);
        }
        if (to != size) {
            throw new HdfException("a compressed chunk unfolds to %d bytes instead of %d".formatted(to, size));
        }
        return out;
    }
}
