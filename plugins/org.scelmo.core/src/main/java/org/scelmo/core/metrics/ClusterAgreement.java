package org.scelmo.core.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.scelmo.core.anndata.Groups;

/**
 * How well clusters and labels agree, from their contingency table. Cells without a cluster or without a label are left
 * out.
 */
public final class ClusterAgreement {

    private final long[][] m_table;
    private final long[] m_rows;
    private final long[] m_columns;
    private final long m_total;

    private ClusterAgreement(final long[][] table) {
        m_table = table;
        m_rows = Arrays.stream(table).mapToLong(row -> Arrays.stream(row).sum()).toArray();
        m_columns = IntStream.range(0, table.length == 0 ? 0 : table[0].length)
            .mapToLong(j -> Arrays.stream(table).mapToLong(row -> row[j]).sum()).toArray();
        m_total = Arrays.stream(m_rows).sum();
    }

    /** @throws IllegalArgumentException if the groups are of different cells */
    public static ClusterAgreement of(final Groups labels, final Groups clusters) {
        if (labels.cells() != clusters.cells()) {
            throw new IllegalArgumentException(
                "Labels of %d cells, but clusters of %d.".formatted(labels.cells(), clusters.cells()));
        }
        final var table = new long[labels.count()][clusters.count()];
        for (int i = 0; i < labels.cells(); i++) {
            if (labels.of()[i] >= 0 && clusters.of()[i] >= 0) {
                table[labels.of()[i]][clusters.of()[i]]++;
            }
        }
        return new ClusterAgreement(table);
    }

    /** How the mutual information is divided by the two entropies, as scikit-learn names it. */
    public enum Average {
        ARITHMETIC, GEOMETRIC, MAXIMUM, MINIMUM
    }

    /**
     * Normalized mutual information as scikit-learn's {@code normalized_mutual_info_score}; scib's NMI is the
     * arithmetic one.
     *
     * @return 0 to 1; 1 if both have one group only
     */
    public double normalizedMutualInformation(final Average average) {
        final double rows = entropy(m_rows);
        final double columns = entropy(m_columns);
        if (groups(m_rows) <= 1 && groups(m_columns) <= 1) {
            return 1;
        }
        final double information = mutualInformation();
        if (information <= 0) {
            return 0;
        }
        final double by = switch (average) {
            case ARITHMETIC -> (rows + columns) / 2;
            case GEOMETRIC -> Math.sqrt(rows * columns);
            case MAXIMUM -> Math.max(rows, columns);
            case MINIMUM -> Math.min(rows, columns);
        };
        return information / by;
    }

    /**
     * Rand index adjusted for chance (Hubert and Arabie 1985), as scikit-learn's {@code adjusted_rand_score}.
     *
     * @return 1 for equal partitions, about 0 for random ones, may be negative
     */
    public double adjustedRandIndex() {
        final double both = Arrays.stream(m_table).flatMapToLong(Arrays::stream).mapToDouble(n -> pairs(n)).sum();
        final double rows = Arrays.stream(m_rows).mapToDouble(ClusterAgreement::pairs).sum();
        final double columns = Arrays.stream(m_columns).mapToDouble(ClusterAgreement::pairs).sum();
        final double expected = rows * columns / pairs(m_total);
        final double most = (rows + columns) / 2;
        return most == expected || m_total < 2 ? 1 : (both - expected) / (most - expected);
    }

    private double mutualInformation() {
        double sum = 0;
        for (int i = 0; i < m_rows.length; i++) {
            for (int j = 0; j < m_columns.length; j++) {
                final double n = m_table[i][j];
                if (n > 0) {
                    sum += n / m_total * Math.log(n * m_total / ((double)m_rows[i] * m_columns[j]));
                }
            }
        }
        return sum;
    }

    private double entropy(final long[] counts) {
        double sum = 0;
        for (final var n : counts) {
            if (n > 0) {
                sum -= (double)n / m_total * Math.log((double)n / m_total);
            }
        }
        return sum;
    }

    private static long groups(final long[] counts) {
        return Arrays.stream(counts).filter(n -> n > 0).count();
    }

    private static double pairs(final long n) {
        return n * (n - 1.0) / 2;
    }
}
