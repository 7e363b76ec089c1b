package org.scelmo.core.stats;

import java.util.Arrays;

/** Mean, squared deviations and number of expressing cells of one gene in each group, and in all cells but a group. */
final class GroupMoments {

    private final int[] m_sizes;
    private final int m_cells;
    private final int[] m_expressing;
    private final double[] m_sum;
    private final double[] m_mean;
    private final double[] m_squares;
    private final double[] m_restSquares;
    private int m_allExpressing;
    private double m_total;

    GroupMoments(final int[] sizes) {
        m_sizes = sizes;
        int cells = 0;
        for (final int size : sizes) {
            cells += size;
        }
        m_cells = cells;
        m_expressing = new int[sizes.length];
        m_sum = new double[sizes.length];
        m_mean = new double[sizes.length];
        m_squares = new double[sizes.length];
        m_restSquares = new double[sizes.length];
    }

    /** Takes the means of a gene. */
    void read(final GeneColumns columns, final int gene) {
        Arrays.fill(m_expressing, 0);
        Arrays.fill(m_sum, 0);
        final var entries = columns.entries();
        for (int e = columns.begin(gene), end = columns.end(gene); e < end; e++) {
            final int g = GeneColumns.group(entries[e]);
            m_expressing[g]++;
            m_sum[g] += GeneColumns.value(entries[e]);
        }
        m_allExpressing = 0;
        m_total = 0;
        for (int g = 0; g < m_sizes.length; g++) {
            m_mean[g] = m_sum[g] / m_sizes[g];
            m_total += m_sum[g];
            m_allExpressing += m_expressing[g];
        }
    }

    /** Takes the deviations from the means, too. */
    void readDeviations(final GeneColumns columns, final int gene, final boolean ofRest) {
        final var entries = columns.entries();
        for (int g = 0; g < m_sizes.length; g++) {
            m_squares[g] = (m_sizes[g] - m_expressing[g]) * m_mean[g] * m_mean[g];
        }
        for (int e = columns.begin(gene), end = columns.end(gene); e < end; e++) {
            final int g = GeneColumns.group(entries[e]);
            final double deviation = GeneColumns.value(entries[e]) - m_mean[g];
            m_squares[g] += deviation * deviation;
        }
        if (ofRest) {
            mergeRest();
        }
    }

    /** All groups but one are those before and those after it: O(groups), and nothing is subtracted. */
    private void mergeRest() {
        final var before = new Merged();
        final var merged = new Merged[m_sizes.length];
        for (int g = 0; g < m_sizes.length; g++) {
            merged[g] = new Merged(before);
            before.add(m_sizes[g], m_mean[g], m_squares[g]);
        }
        final var after = new Merged();
        for (int g = m_sizes.length - 1; g >= 0; g--) {
            merged[g].add(after.m_cells, after.m_mean, after.m_squares);
            m_restSquares[g] = merged[g].m_squares;
            after.add(m_sizes[g], m_mean[g], m_squares[g]);
        }
    }

    double mean(final int group) {
        return m_mean[group];
    }

    double restMean(final int group) {
        return (m_total - m_sum[group]) / (m_cells - m_sizes[group]);
    }

    /** Unbiased variance in a group. */
    double variance(final int group) {
        return m_squares[group] / (m_sizes[group] - 1);
    }

    /** Unbiased variance in all other groups. */
    double restVariance(final int group) {
        return m_restSquares[group] / (m_cells - m_sizes[group] - 1);
    }

    int expressing(final int group) {
        return m_expressing[group];
    }

    /** Number of cells of all other groups that express the gene. */
    int restExpressing(final int group) {
        return m_allExpressing - m_expressing[group];
    }

    /** Moments of some groups together. */
    private static final class Merged {

        private double m_cells;
        private double m_mean;
        private double m_squares;

        Merged() {
        }

        Merged(final Merged other) {
            m_cells = other.m_cells;
            m_mean = other.m_mean;
            m_squares = other.m_squares;
        }

        void add(final double cells, final double mean, final double squares) {
            if (cells > 0) {
                final double all = m_cells + cells;
                final double shift = mean - m_mean;
                m_squares += squares + shift * shift * m_cells * cells / all;
                m_mean += shift * cells / all;
                m_cells = all;
            }
        }
    }
}
