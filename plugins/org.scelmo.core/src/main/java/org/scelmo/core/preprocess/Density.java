package org.scelmo.core.preprocess;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How values are spread: quartiles and a smooth density (Gaussian kernel, bandwidth as R's {@code bw.nrd0}),
 * from the smallest value to the largest. The density is computed from counts in bins, so that a million values cost no
 * more than a thousand.
 *
 * @param count number of values; everything else is empty or NaN if it is 0
 * @param at where the density was computed, ascending
 * @param density there; its area is about 1
 * @param quantiles minimum, first quartile, median, third quartile, maximum, as numpy's {@code percentile}
 */
public record Density(int count, double[] at, double[] density, double[] quantiles) {

    private static final int BINS = 1024;

    private static final int POINTS = 96;

    /** @param values finite numbers in any order; not changed */
    public static Density of(final double[] values) {
        final var sorted = values.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return new Density(0, new double[0], new double[0], new double[0]);
        }
        final var quantiles = IntStream.rangeClosed(0, 4).mapToDouble(q -> quantile(sorted, q / 4.0)).toArray();
        final double low = quantiles[0];
        final double high = quantiles[4];
        if (low == high) {
            return new Density(sorted.length, new double[]{low}, new double[]{1}, quantiles);
        }
        final double step = (high - low) / BINS;
        final var bins = new long[BINS];
        for (final var v : sorted) {
            bins[Math.min(BINS - 1, (int)((v - low) / step))]++;
        }
        final double width = Math.max(bandwidth(sorted, quantiles), step);
        final var at = IntStream.range(0, POINTS).mapToDouble(i -> low + i * (high - low) / (POINTS - 1)).toArray();
        final var density = Arrays.stream(at).map(x -> smoothed(x, bins, low, step, width) / sorted.length).toArray();
        return new Density(sorted.length, at, density, quantiles);
    }

    private static double quantile(final double[] sorted, final double share) {
        final double at = share * (sorted.length - 1);
        final int low = (int)Math.floor(at);
        final int high = Math.min(sorted.length - 1, low + 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }

    private static double bandwidth(final double[] values, final double[] quantiles) {
        final double mean = Arrays.stream(values).average().orElseThrow();
        final double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        final double deviation = Math.sqrt(squares / Math.max(1, values.length - 1));
        final double range = (quantiles[3] - quantiles[1]) / 1.34;
        return 0.9 * (range > 0 ? Math.min(deviation, range) : deviation) * Math.pow(values.length, -0.2);
    }

    private static double smoothed(final double x, final long[] bins, final double low, final double step,
        final double width) {
        double sum = 0;
        for (int b = 0; b < bins.length; b++) {
            if (bins[b] > 0) {
                final double z = (low + (b + 0.5) * step - x) / width;
                sum += bins[b] * Math.exp(-0.5 * z * z);
            }
        }
        return sum / (width * Math.sqrt(2 * Math.PI));
    }
}
