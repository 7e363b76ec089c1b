package org.scelmo.core.metrics;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Spearman's rank correlation; ties share the mean of their ranks. */
final class RankCorrelation {

    private RankCorrelation() {
    }

    /**
     * @param x without NaN
     * @param y as many numbers
     * @return −1 to 1; empty if one of both does not vary
     */
    static OptionalDouble of(final double[] x, final double[] y) {
        final double[] a = centeredRanks(x);
        final double[] b = centeredRanks(y);
        double product = 0;
        double squaresOfA = 0;
        double squaresOfB = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
            squaresOfA += a[i] * a[i];
            squaresOfB += b[i] * b[i];
        }
        return squaresOfA == 0 || squaresOfB == 0 ? OptionalDouble.empty()
            : OptionalDouble.of(Math.max(-1, Math.min(1, product / Math.sqrt(squaresOfA * squaresOfB))));
    }

    /** Ranks less their mean: exact in float64, as they are halves. */
    private static double[] centeredRanks(final double[] numbers) {
        final int[] order = IntStream.range(0, numbers.length).boxed()
            .sorted((i, j) -> Double.compare(numbers[i], numbers[j])).mapToInt(Integer::intValue).toArray();
        final var ranks = new double[numbers.length];
        for (int first = 0; first < order.length;) {
            int end = first + 1;
            while (end < order.length && numbers[order[end]] == numbers[order[first]]) {
                end++;
            }
            final double rank = (first + end - 1) / 2.0 - (order.length - 1) / 2.0;
            for (final int i : Arrays.copyOfRange(order, first, end)) {
                ranks[i] = rank;
            }
            first = end;
        }
        return ranks;
    }
}
