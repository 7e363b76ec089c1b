package org.scelmo.core.enrich;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** Upper tail of the hypergeometric distribution as a logarithm, so that no probability is too small to tell. */
public final class HypergeometricTail {

    /** A term that adds less than this share of the sum ends it. */
    private static final double NEGLIGIBLE = 1e-18;

    private HypergeometricTail() {
    }

    /**
     * O(min(marked, drawn)).
     *
     * @param hits how many marked genes were drawn at least, k
     * @param all number of genes, N
     * @param marked how many of them are marked, K, 0 to N
     * @param drawn how many of them are drawn without replacement, n, 0 to N
     * @return natural logarithm of P(X ≥ k); 0 if it is certain, −∞ if it is impossible. Relative error of P about
     *          1e-10.
     */
    public static double log(final int hits, final int all, final int marked, final int drawn) {
        final int least = Math.max(0, drawn + marked - all);
        final int most = Math.min(drawn, marked);
        if (hits <= least) {
            return 0;
        }
        if (hits > most) {
            return Double.NEGATIVE_INFINITY;
        }
        final var distribution = HypergeometricDistribution.of(all, marked, drawn);
        final double mean = (double)marked * drawn / all;
        if (hits > mean) { // terms fall from here on
            double sum = 1;
            double term = 1;
            for (int i = hits; i < most && term > NEGLIGIBLE * sum; i++) {
                term *= up(i, all, marked, drawn);
                sum += term;
            }
            return distribution.logProbability(hits) + Math.log(sum);
        }
        double sum = 1;
        double term = 1;
        for (int i = hits - 1; i > least && term > NEGLIGIBLE * sum; i--) {
            term /= up(i - 1, all, marked, drawn);
            sum += term;
        }
        return Math.log1p(-Math.exp(distribution.logProbability(hits - 1) + Math.log(sum)));
    }

    /** P(X = i + 1) / P(X = i). */
    private static double up(final int i, final int all, final int marked, final int drawn) {
        return (double)(marked - i) * (drawn - i) / ((i + 1.0) * (all - marked - drawn + i + 1.0));
    }
}
