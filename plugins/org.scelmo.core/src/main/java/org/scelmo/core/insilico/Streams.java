package org.scelmo.core.insilico;

import java.util.SplittableRandom;

/** Streams of random numbers. The seed is scrambled: those of seeds one apart would otherwise be one number apart. */
final class Streams {

    private Streams() {
    }

    /**
     * @param seed what the user chose
     * @param stream tells streams of one seed apart
     * @return the stream
     */
    static SplittableRandom of(final long seed, final long stream) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + stream);
    }
}
