package org.scelmo.llm.testmodel;

/** FNV-1a over UTF-16 units with a final mix: the same on every machine, unlike what a JVM may choose. */
final class Hash {

    private static final long OFFSET = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private Hash() {
    }

    static long of(final long seed, final CharSequence text, final int from, final int to) {
        long hash = OFFSET ^ seed;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return mix(hash);
    }

    /** The finalizer of SplittableRandom's authors: every bit of the input moves every bit of the output. */
    static long mix(final long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
