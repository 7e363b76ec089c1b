package org.scelmo.core.preprocess;

import java.util.Arrays;

/**
 * Dispersions of genes, normalized among genes of similar mean, as scanpy 1.9.8 computes them in its flavors
 * {@code seurat} and {@code cell_ranger}.
 *
 * @param means per gene; log(1 + mean) in flavor seurat
 * @param dispersions variance / mean per gene; its logarithm in flavor seurat
 * @param normalized dispersions against those of the genes in the same bin; may be NaN
 */
record Dispersions(double[] means, double[] dispersions, double[] normalized) {

    private static final int SEURAT_BINS = 20;
    /** Scales the median absolute deviation to a standard deviation: the normal distribution's third quartile. */
    private static final double MAD_SCALE = 0.6744897501960817;

    /** @param moments of expression without logarithm */
    static Dispersions seurat(final GeneMoments.Moments moments) {
        final int genes = moments.mean().length;
        final var means = new double[genes];
        final var dispersions = new double[genes];
        for (int j = 0; j < genes; j++) {
            final double mean = moments.mean()[j] == 0 ? 1e-12 : moments.mean()[j];
            final double dispersion = moments.variance()[j] / mean;
            dispersions[j] = dispersion == 0 ? Double.NaN : Math.log(dispersion);
            means[j] = Math.log1p(mean);
        }
        final var bins = equalWidth(means);
        final var normalized = new double[genes];
        Arrays.fill(normalized, Double.NaN);
        for (int b = 0; b < SEURAT_BINS; b++) {
            final var members = members(bins, b);
            final var known = known(dispersions, members);
            double center = Arrays.stream(known).sum() / known.length;
            double spread = deviation(known, center);
            if (Double.isNaN(spread)) { // one gene: its normalized dispersion becomes 1
                spread = center;
                center = 0;
            }
            normalize(dispersions, members, center, spread, normalized);
        }
        return new Dispersions(means, dispersions, normalized);
    }

    /** @param moments of log-normalized expression */
    static Dispersions cellRanger(final GeneMoments.Moments moments) {
        final int genes = moments.mean().length;
        final var means = new double[genes];
        final var dispersions = new double[genes];
        for (int j = 0; j < genes; j++) {
            means[j] = moments.mean()[j] == 0 ? 1e-12 : moments.mean()[j];
            dispersions[j] = moments.variance()[j] / means[j];
        }
        final var edges = deciles(means);
        final var bins = new int[genes];
        for (int j = 0; j < genes; j++) {
            bins[j] = binOf(edges, means[j]);
        }
        final var normalized = new double[genes];
        Arrays.fill(normalized, Double.NaN);
        for (int b = 0; b <= edges.length; b++) {
            final var members = members(bins, b);
            final var known = known(dispersions, members);
            final double center = Statistics.median(known);
            final double spread =
                Statistics.median(Arrays.stream(known).map(d -> Math.abs(d - center)).toArray()) / MAD_SCALE;
            normalize(dispersions, members, center, spread, normalized);
        }
        return new Dispersions(means, dispersions, normalized);
    }

    /** pandas' {@code cut} into bins of equal width, closed on the right, the first one on both sides. */
    private static int[] equalWidth(final double[] means) {
        final double min = Arrays.stream(means).min().orElse(0);
        final double max = Arrays.stream(means).max().orElse(0);
        final var bins = new int[means.length];
        if (min == max) { // pandas widens such a range by 0.1 % on both sides, which puts all into the middle
            Arrays.fill(bins, SEURAT_BINS / 2 - 1);
            return bins;
        }
        final var edges = new double[SEURAT_BINS - 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = min + (i + 1) * ((max - min) / SEURAT_BINS);
        }
        for (int j = 0; j < means.length; j++) {
            bins[j] = binOf(edges, means[j]);
        }
        return bins;
    }

    /** Percentiles 10, 15 … 100: the inner borders of the bins. */
    private static double[] deciles(final double[] means) {
        final var ascending = Statistics.sorted(means);
        final var edges = new double[19];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = Statistics.percentile(ascending, 10 + 5.0 * i);
        }
        return edges;
    }

    /** @return number of borders below the value */
    private static int binOf(final double[] edges, final double value) {
        int bin = 0;
        while (bin < edges.length && edges[bin] < value) {
            bin++;
        }
        return bin;
    }

    private static int[] members(final int[] bins, final int bin) {
        final var in = new boolean[bins.length];
        for (int j = 0; j < bins.length; j++) {
            in[j] = bins[j] == bin;
        }
        return Selected.indices(in);
    }

    private static double[] known(final double[] dispersions, final int[] members) {
        return Arrays.stream(members).mapToDouble(j -> dispersions[j]).filter(d -> !Double.isNaN(d)).toArray();
    }

    private static double deviation(final double[] numbers, final double mean) {
        double squares = 0;
        for (final double d : numbers) {
            squares += (d - mean) * (d - mean);
        }
        return numbers.length < 2 ? Double.NaN : Math.sqrt(squares / (numbers.length - 1));
    }

    private static void normalize(final double[] dispersions, final int[] members, final double center,
        final double spread, final double[] normalized) {
        for (final int j : members) {
            normalized[j] = (dispersions[j] - center) / spread;
        }
    }
}
