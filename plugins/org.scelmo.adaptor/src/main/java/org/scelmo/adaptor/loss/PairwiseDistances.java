package org.scelmo.adaptor.loss;

import org.scelmo.adaptor.parallel.Team;

/**
 * Euclidean distances of all pairs of rows of length 1, and the way of a gradient back to the rows. Of each pair the
 * distance is computed once, in the row of the smaller number.
 */
final class PairwiseDistances {

    /** Rows at a time: where a column is read, the rows of a tile stay in the cache. */
    static final int TILE = 32;

    private static final int COLUMNS = 64;

    private final UnitRows m_unit;
    private final double[][] m_columns;
    private final double[][] m_distances;

    /** Computes the upper triangle; {@link #complete} does the rest. */
    PairwiseDistances(final UnitRows unit, final Team team) {
        m_unit = unit;
        m_columns = unit.transposed();
        final int n = unit.rows().length;
        m_distances = new double[n][n];
        team.runStretches(n, TILE, (from, to) -> {
            for (int i = from; i < to; i++) {
                upper(unit.rows()[i], m_columns, i + 1, m_distances[i]);
            }
        });
    }

    private static void upper(final double[] z, final double[][] columns, final int from, final double[] distances) {
        for (int k = 0; k < columns.length; k++) {
            addSquares(distances, z[k], columns[k], from);
        }
        for (int j = from; j < distances.length; j++) {
            distances[j] = Math.sqrt(distances[j]);
        }
    }

    private static void addSquares(final double[] sums, final double x, final double[] y, final int from) {
        for (int j = from; j < sums.length; j++) {
            final double difference = x - y[j];
            sums[j] = Math.fma(difference, difference, sums[j]);
        }
    }

    /** Completes the rows of a stretch from what the rows above know; each row once. */
    void complete(final int from, final int to) {
        for (int top = 0; top < to; top += TILE) {
            for (int i = Math.max(from, top + 1); i < to; i++) {
                for (int j = top; j < Math.min(top + TILE, i); j++) {
                    m_distances[i][j] = m_distances[j][i];
                }
            }
        }
    }

    /** @return distances of this row, complete, to all rows: the array itself */
    double[] of(final int row) {
        return m_distances[row];
    }

    /**
     * The derivative of d(i, j) by the row i is {@code (z_i − z_j) / d(i, j)}, or 0 where they coincide. What is along
     * z_i itself is taken away on the way to the row as it was, so that only the sum over z_j is needed.
     *
     * @param roles factor of the derivative of each distance, in both orders of a pair
     * @param scale factor of what is added
     * @param gradient with respect to the rows as they were, added to
     */
    void backward(final int[][] roles, final double scale, final double[][] gradient, final Team team) {
        team.runStretches(roles.length, COLUMNS, (from, to) -> {
            final var weights = weights(roles, from, to);
            final var sums = new double[m_columns.length][to - from];
            for (int k = 0; k < sums.length; k++) {
                addWeighted(m_columns[k], weights, sums[k]);
            }
            final var slopes = new double[sums.length];
            for (int i = from; i < to; i++) {
                for (int k = 0; k < slopes.length; k++) {
                    slopes[k] = sums[k][i - from];
                }
                m_unit.backward(i, slopes, scale, gradient[i]);
            }
        });
    }

    /** @return factors of all z_j in the sums of the rows of a stretch: rows × rows of the stretch */
    private double[][] weights(final int[][] roles, final int from, final int to) {
        final var weights = new double[roles.length][to - from];
        for (int j = 0; j < weights.length; j++) {
            for (int i = from; i < to; i++) {
                final double distance = m_distances[j][i];
                weights[j][i - from] = distance > 0 ? -(roles[i][j] + roles[j][i]) / distance : 0;
            }
        }
        return weights;
    }

    private static void addWeighted(final double[] z, final double[][] weights, final double[] sum) {
        int j = 0;
        for (; j + 3 < z.length; j += 4) {
            add(sum, z[j], weights[j], z[j + 1], weights[j + 1], z[j + 2], weights[j + 2], z[j + 3], weights[j + 3]);
        }
        for (; j < z.length; j++) {
            add(sum, z[j], weights[j], 0, weights[j], 0, weights[j], 0, weights[j]);
        }
    }

    private static void add(final double[] sum, final double a, final double[] x, final double b, // NOSONAR
        final double[] y, final double c, final double[] u, final double d, final double[] v) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.fma(d, v[i], Math.fma(c, u[i], Math.fma(b, y[i], Math.fma(a, x[i], sum[i]))));
        }
    }
}
