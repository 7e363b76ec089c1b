package org.scelmo.core.preprocess;

import java.util.Arrays;

/** Order statistics as numpy computes them. */
final class Statistics {

    private Statistics() {
    }

    /** @return the median; NaN if there are no numbers. O(n log n), the numbers are not changed */
    static double median(final double[] numbers) {
        return percentile(sorted(numbers), 50);
    }

    static double[] sorted(final double[] numbers) {
        final var copy = numbers.clone();
        Arrays.sort(copy);
        return copy;
    }

    /** @return numpy's default (linear) percentile of ascending numbers; NaN if there are none */
    static double percentile(final double[] ascending, final double percent) {
        if (ascending.length == 0) {
            return Double.NaN;
        }
        final double position = percent / 100 * (ascending.length - 1);
        final int below = (int)Math.floor(position);
        final int above = Math.min(below + 1, ascending.length - 1);
        final double part = position - below;
        final double step = ascending[above] - ascending[below];
        // numpy interpolates from the nearer end
        return part >= 0.5 ? ascending[above] - step * (1 - part) : ascending[below] + step * part;
    }
}
