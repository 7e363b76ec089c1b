package org.scelmo.core.annotate;

/** MT19937 (Matsumoto and Nishimura 1998), seeded and drawn from as numpy's {@code RandomState(seed)} does. */
final class MersenneTwister {

    private static final int N = 624;
    private static final int M = 397;

    private final int[] m_state = new int[N];
    private int m_next = N;

    /** @param seed 0 to 2<sup>32</sup> − 1 */
    MersenneTwister(final long seed) {
        if (seed < 0 || seed > 0xFFFFFFFFL) {
            throw new IllegalArgumentException("The seed must lie between 0 and 4294967295, not be " + seed + ".");
        }
        m_state[0] = (int)seed;
        for (int i = 1; i < N; i++) {
            m_state[i] = 1812433253 * (m_state[i - 1] ^ (m_state[i - 1] >>> 30)) + i;
        }
    }

    /** @return 32 random bits */
    int nextBits() {
        if (m_next == N) {
            twist();
            m_next = 0;
        }
        int y = m_state[m_next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    /** @return a number from 0 to {@code max}, inclusive: masked bits, drawn again while too large */
    int nextUpTo(final int max) {
        if (max == 0) {
            return 0;
        }
        final int mask = -1 >>> Integer.numberOfLeadingZeros(max);
        int value;
        do {
            value = nextBits() & mask;
        } while (value > max);
        return value;
    }

    /** @return the numbers 0 to {@code n} − 1 in random order: numpy's {@code RandomState.permutation(n)} */
    int[] permutation(final int n) {
        final var order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = n - 1; i > 0; i--) {
            final int j = nextUpTo(i);
            final int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    private void twist() {
        for (int i = 0; i < N; i++) {
            final int y = (m_state[i] & 0x80000000) | (m_state[(i + 1) % N] & 0x7fffffff);
            m_state[i] = m_state[(i + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
    }
}
