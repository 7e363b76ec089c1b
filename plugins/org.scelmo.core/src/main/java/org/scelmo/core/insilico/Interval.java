package org.scelmo.core.insilico;

import java.util.Arrays;

/**
 * A percentile interval.
 *
 * @param low lower bound; NaN if not known
 * @param high upper bound; NaN if not known
 */
record Interval(double low, double high) {

    static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

    /**
     * @param values of bootstraps; sorted on return
     * @param level share of the values between the bounds, e.g. 0.95
     * @return percentiles, interpolated linearly as numpy does; unknown if a value is NaN
     */
    static Interval of(final float[] values, final double level) {
        Arrays.sort(values);
        if (values.length == 0 || Float.isNaN(values[values.length - 1])) {
            return UNKNOWN;
        }
        return new Interval(quantile(values, (1 - level) / 2), quantile(values, (1 + level) / 2));
    }

    private static double quantile(final float[] sorted, final double p) {
        final double at = p * (sorted.length - 1);
        final int below = (int)Math.min(at, sorted.length - 1.0);
        final int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * ((double)sorted[above] - sorted[below]);
    }

    Interval plus(final double shift) {
        return new Interval(low + shift, high + shift);
    }
}
