package org.scelmo.core.insilico;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How often each cell of a group is drawn in bootstraps, cell by cell: exactly what drawing as many cells as there are
 * with replacement gives, but without remembering them. Each bootstrap has its own seeded stream of numbers, so that it
 * does not depend on which others are made with it. Not thread-safe, except for different bootstraps.
 */
final class MultinomialWeights {

    private final SplittableRandom[] m_random;
    private final int[] m_left;

    /**
     * @param cells how many the group has
     * @param firstBootstrap number of the first bootstrap, which tells its seed with the others
     * @param bootstraps how many
     * @param seed of all
     * @param group tells the streams of groups apart
     */
    MultinomialWeights(final int cells, final int firstBootstrap, final int bootstraps, final long seed,
        final int group) {
        m_random = new SplittableRandom[bootstraps];
        m_left = new int[bootstraps];
        Arrays.fill(m_left, cells);
        for (int b = 0; b < bootstraps; b++) {
            m_random[b] = Streams.of(seed, 2L * (firstBootstrap + b) + group);
        }
    }

    /**
     * Draws for the next cell.
     *
     * @param cellsLeft cells of the group that were not drawn yet, this one included
     * @param from first bootstrap, counted within this object
     * @param to one past the last
     * @param out gets how often the cell is drawn, one element per bootstrap
     */
    void next(final int cellsLeft, final int from, final int to, final float[] out) {
        final double log = cellsLeft == 1 ? 0 : Math.log1p(-1.0 / cellsLeft);
        for (int b = from; b < to; b++) {
            final int times = cellsLeft == 1 ? m_left[b]
                : binomial(m_left[b], log, 1.0 / (cellsLeft - 1), m_random[b].nextDouble());
            m_left[b] -= times;
            out[b] = times;
        }
    }

    /** Inverts the distribution function; about one step, since one is the expected number. */
    private static int binomial(final int trials, final double logOfFailure, final double odds, final double u) {
        double probability = Math.exp(trials * logOfFailure);
        double sum = probability;
        int k = 0;
        while (u >= sum && k < trials) {
            probability *= odds * (trials - k) / (k + 1);
            sum += probability;
            k++;
        }
        return k;
    }
}
