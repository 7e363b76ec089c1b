package org.scelmo.core.insilico;

import java.util.Arrays;

/**
 * A score beside those of what is expressed alike.
 *
 * @param p of so high a score by chance, one-sided and never 0; NaN if not known
 * @param others how many it was compared to
 * @param mean mean of their scores; NaN if there are none
 */
record Compared(double p, int others, double mean) {

    static final Compared WITH_NOTHING = new Compared(Double.NaN, 0, Double.NaN);

    /** @return the score's rank among the others as p, itself one of them; those without a score do not count */
    static Compared rank(final double score, final double[] all) {
        final var others = Arrays.stream(all).filter(s -> !Double.isNaN(s)).toArray();
        final long atLeast = Arrays.stream(others).filter(s -> s >= score).count();
        final double p =
            others.length == 0 || Double.isNaN(score) ? Double.NaN : (1.0 + atLeast) / (1 + others.length);
        return new Compared(p, others.length, Arrays.stream(others).average().orElse(Double.NaN));
    }
}
