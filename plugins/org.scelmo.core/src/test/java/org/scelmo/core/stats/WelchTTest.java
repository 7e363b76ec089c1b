package org.scelmo.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/**
 * References: scipy 1.10.1, {@code ttest_ind_from_stats(1.25, 0.5, 40, 0.75, 0.2, 900, False)}, {@code t.sf} and
 * {@code norm.sf}.
 */
class WelchTTest {

    @Test
    void agreesWithScipy() {
        final var welch = WelchT.of(1.25, 0.25, 40, 0.75, 0.04, 900);
        assertEquals(6.302187238523515, welch.score(), 1e-13);
        assertEquals(1.859809580783828e-07, welch.pValue(), 1e-18);
    }

    @Test
    void tinyPValuesKeepTheirDigits() {
        assertEquals(1, 2 * TDistribution.of(731.5).survivalProbability(45) / 6.48472205313873e-213, 1e-10);
        assertEquals(1, 2 * TDistribution.of(140.25).survivalProbability(250) / 1.000939149097272e-187, 1e-10);
        assertEquals(1, 2 * NormalDistribution.of(0, 1).survivalProbability(37.5) / 9.210706019163908e-308, 1e-10);
    }

    @Test
    void tinyVariancesDoNotUnderflow() {
        final var small = WelchT.of(1.25e-150, 0.25e-300, 40, 0.75e-150, 0.04e-300, 900);
        assertEquals(1.859809580783828e-07, small.pValue(), 1e-16);
    }
}
