package org.scelmo.core.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Welch's t test of two means whose variances may differ.
 *
 * @param score the statistic t; infinite if neither sample varies and the means differ, 0 if nothing differs
 * @param pValue two-sided
 */
public record WelchT(double score, double pValue) {

    /**
     * @param mean1 of the first sample
     * @param variance1 unbiased
     * @param cells1 number of observations, at least 2
     * @param mean2 of the second sample
     * @param variance2 unbiased
     * @param cells2 number of observations, at least 2
     * @return the same as scipy's {@code ttest_ind_from_stats(equal_var=False)}, but 0 and 1 where that is NaN
     */
    public static WelchT of(final double mean1, final double variance1, final int cells1, final double mean2,
        final double variance2, final int cells2) { // NOSONAR
        final double error1 = variance1 / cells1;
        final double error2 = variance2 / cells2;
        final double error = error1 + error2;
        if (error == 0) {
            return mean1 == mean2 ? new WelchT(0, 1) : new WelchT(Math.signum(mean1 - mean2) / 0.0, 0);
        }
        final double t = (mean1 - mean2) / Math.sqrt(error);
        // relative shares do not underflow where squares of the errors would
        final double share1 = error1 / error;
        final double share2 = error2 / error;
        final double freedom = 1 / (share1 * share1 / (cells1 - 1) + share2 * share2 / (cells2 - 1));
        return new WelchT(t, Math.min(1, 2 * TDistribution.of(freedom).survivalProbability(Math.abs(t))));
    }
}
