package org.scelmo.benchmarks;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * How often the molecules of a cell come from each gene: log-normal frequencies, so that few genes take most of them,
 * and for each cell type some hundred genes that it expresses more or less than others. A cell draws its molecules from
 * the frequencies of its type; how many is log-normal, too, such that cells express the wanted share of all genes.
 */
final class CountModel {

    static final int TYPES = 20;
    private static final double FREQUENCY_SD = 1.7;
    private static final double MARKERS = 0.03;
    private static final double MARKER_SD = 1.5;
    private static final double DEPTH_SD = 0.3;
    private static final int QUANTILES = 15;

    private final int m_genes;
    /** Walker's alias method: a gene is drawn evenly, and kept with a probability (of 2³²), else its alias is taken. */
    private final long[][] m_keep = new long[TYPES][];
    private final int[][] m_alias = new int[TYPES][];
    private final double m_depth;

    CountModel(final int genes, final double density, final long seed) {
        m_genes = genes;
        final var random = new Random(seed);
        final var common = DoubleStream.generate(random::nextGaussian).limit(genes).map(z -> Math.exp(FREQUENCY_SD * z))
            .toArray();
        final var frequencies = new double[TYPES][];
        for (int t = 0; t < TYPES; t++) {
            frequencies[t] = ofType(common, random);
            m_keep[t] = new long[genes];
            m_alias[t] = new int[genes];
            alias(frequencies[t], m_keep[t], m_alias[t]);
        }
        m_depth = depth(frequencies, density * genes);
    }

    private static double[] ofType(final double[] common, final Random random) {
        final var frequencies = common.clone();
        for (int g = 0; g < frequencies.length; g++) {
            frequencies[g] *= random.nextDouble() < MARKERS ? Math.exp(MARKER_SD * random.nextGaussian()) : 1;
        }
        final double sum = Arrays.stream(frequencies).sum();
        return Arrays.stream(frequencies).map(f -> f / sum).toArray();
    }

    private static void alias(final double[] frequencies, final long[] keep, final int[] alias) {
        final int n = frequencies.length;
        final var left = Arrays.stream(frequencies).map(f -> f * n).toArray();
        final var small = new int[n];
        final var large = new int[n];
        int smalls = 0;
        int larges = 0;
        for (int g = 0; g < n; g++) {
            if (left[g] < 1) {
                small[smalls++] = g;
            } else {
                large[larges++] = g;
            }
        }
        Arrays.fill(keep, 1L << Integer.SIZE);
        while (smalls > 0 && larges > 0) {
            final int poor = small[--smalls];
            final int rich = large[larges - 1];
            keep[poor] = (long)(left[poor] * (1L << Integer.SIZE));
            alias[poor] = rich;
            left[rich] -= 1 - left[poor];
            if (left[rich] < 1) {
                small[smalls++] = rich;
                larges--;
            }
        }
    }

    /** Finds the median number of molecules with which cells express so many genes on average. */
    private static double depth(final double[][] frequencies, final double wanted) {
        double low = 1;
        double high = 1e7;
        while (high - low > 0.5) {
            final double middle = (low + high) / 2;
            if (expressed(frequencies, middle) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double expressed(final double[][] frequencies, final double depth) {
        double sum = 0;
        double weights = 0;
        for (int q = 0; q < QUANTILES; q++) {
            // depths at the middle of intervals of ±2.5 standard deviations, weighted by the normal density
            final double z = 5 * (q + 0.5) / QUANTILES - 2.5;
            final double weight = Math.exp(-z * z / 2);
            final double molecules = depth * Math.exp(DEPTH_SD * z);
            weights += weight;
            sum += weight * Arrays.stream(frequencies[q % TYPES]).map(f -> -Math.expm1(-molecules * f)).sum();
        }
        return sum / weights;
    }

    int genes() {
        return m_genes;
    }

    /** @param counts of each gene, all 0; receives the cell's */
    void draw(final int type, final SplittableRandom random, final int[] counts) {
        final var keep = m_keep[type];
        final var alias = m_alias[type];
        final long mask = (1L << Integer.SIZE) - 1;
        for (int left = molecules(random); left > 0; left--) {
            final long bits = random.nextLong();
            final int gene = (int)((bits >>> Integer.SIZE) * m_genes >>> Integer.SIZE);
            counts[(bits & mask) < keep[gene] ? gene : alias[gene]]++;
        }
    }

    private int molecules(final SplittableRandom random) {
        // the sum of twelve even numbers is near enough to normal
        double z = -6;
        for (int i = 0; i < 12; i++) {
            z += random.nextDouble();
        }
        return Math.max(1, (int)Math.round(m_depth * Math.exp(DEPTH_SD * z)));
    }
}
