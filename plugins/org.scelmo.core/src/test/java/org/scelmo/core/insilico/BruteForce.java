package org.scelmo.core.insilico;

import java.util.Arrays;

/** Deletes genes from a copy of X and embeds all cells again, in float64. */
final class BruteForce {

    private BruteForce() {
    }

    static double cosine(final float[][] x, final int[] group, final float[][] vectors, final int dimensions,
        final CellWeights kind, final DeletedIn where, final int... deleted) {
        final var ones = new double[x.length];
        Arrays.fill(ones, 1);
        return cosine(x, group, vectors, dimensions, kind, where, ones, deleted);
    }

    /** @param times how often each cell counts */
    static double cosine(final float[][] x, final int[] group, final float[][] vectors, final int dimensions, // NOSONAR
        final CellWeights kind, final DeletedIn where, final double[] times, final int... deleted) {
        final var means = means(x, group, vectors, dimensions, kind, where, times, deleted);
        return dot(means[0], means[1]) / Math.sqrt(dot(means[0], means[0]) * dot(means[1], means[1]));
    }

    /**
     * @return length of the shorter mean as a share of what it is if nothing is deleted and all vectors point alike: near
     *         0, rounding is large beside what is left
     */
    static double shortest(final float[][] x, final int[] group, final float[][] vectors, final int dimensions, // NOSONAR
        final CellWeights kind, final DeletedIn where, final double[] times, final int... deleted) {
        final var lengths = new float[vectors.length][];
        for (int j = 0; j < vectors.length; j++) {
            lengths[j] = vectors[j] == null ? null : new float[]{(float)length(vectors[j])};
        }
        final var means = means(x, group, vectors, dimensions, kind, where, times, deleted);
        final var sums = means(x, group, lengths, 1, kind, where, times);
        return Math.min(Math.sqrt(dot(means[0], means[0])) / sums[0][0],
            Math.sqrt(dot(means[1], means[1])) / sums[1][0]);
    }

    private static double length(final float[] vector) {
        double sum = 0;
        for (final float value : vector) {
            sum += (double)value * value;
        }
        return Math.sqrt(sum);
    }

    private static double[][] means(final float[][] x, final int[] group, final float[][] vectors, // NOSONAR
        final int dimensions, final CellWeights kind, final DeletedIn where, final double[] times,
        final int... deleted) {
        final var means = new double[2][dimensions];
        for (int i = 0; i < x.length; i++) {
            if (group[i] >= 0) {
                final var cell = x[i].clone();
                if (where == DeletedIn.BOTH || group[i] == Conditions.DISEASE) {
                    for (final var gene : deleted) {
                        cell[gene] = 0;
                    }
                }
                add(cell, vectors, kind, times[i], means[group[i]]);
            }
        }
        return means;
    }

    private static void add(final float[] cell, final float[][] vectors, final CellWeights kind, final double times,
        final double[] mean) {
        double sum = 0;
        for (final var v : cell) {
            sum += v;
        }
        final double divisor = switch (kind) {
            case SUM -> 1;
            case ARITHMETIC -> cell.length;
            case WEIGHTED -> sum == 0 ? 1 : sum;
        };
        for (int j = 0; j < cell.length; j++) {
            for (int k = 0; k < mean.length && vectors[j] != null; k++) {
                mean[k] += times * cell[j] / divisor * vectors[j][k];
            }
        }
    }

    private static double dot(final double[] a, final double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
