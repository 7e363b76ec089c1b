package org.scelmo.core.io.hdf5;

import java.util.Arrays;

/** Chunks as tests have them: arrays that are exactly as long as what they hold. */
final class Chunks {

    private Chunks() {
    }

    static byte[] decode(final ChunkDecoder decoder, final byte[] stored, final int skipped) {
        final var padded = Arrays.copyOf(stored, stored.length + ChunkDecoder.SLACK);
        return Arrays.copyOf(decoder.decode(padded, stored.length, skipped), decoder.chunkBytes());
    }
}
