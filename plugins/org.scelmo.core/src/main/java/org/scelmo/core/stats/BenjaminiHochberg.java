package org.scelmo.core.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Corrects p values for the number of tests, so that they bound the rate of false discoveries. */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {
    }

    /**
     * @param pValues of all tests, 0 to 1
     * @return the adjusted p values (q) in the same order, 0 to 1; the same as statsmodels' {@code fdr_bh}; O(n log n)
     */
    public static double[] adjust(final double[] pValues) {
        final int n = pValues.length;
        final var order = IntStream.range(0, n).boxed()
            .sorted(Comparator.comparingDouble(i -> -pValues[i])).mapToInt(Integer::intValue).toArray();
        final var adjusted = new double[n];
        double smallest = 1;
        for (int i = 0; i < n; i++) { // from the largest down
            smallest = Math.min(smallest, pValues[order[i]] / ((double)(n - i) / n));
            adjusted[order[i]] = smallest;
        }
        return adjusted;
    }
}
