package org.scelmo.adaptor.loss;

/** Euclidean distances of all pairs of rows of length 1, and the way of a gradient back to the rows. */
final class PairwiseDistances {

    private static final int TILE = 32;

    private PairwiseDistances() {
    }

    /** @return rows × rows, symmetric */
    static double[][] of(final UnitRows unit) {
        final var z = unit.rows();
        final var columns = unit.transposed();
        final int n = z.length;
        final var distances = new double[n][n];
        for (int i = 0; i < n; i++) {
            final var row = distances[i];
            for (int k = 0; k < columns.length; k++) {
                addSquares(row, z[i][k], columns[k], i + 1, n);
            }
            for (int j = i + 1; j < n; j++) {
                row[j] = Math.sqrt(row[j]);
            }
        }
        mirror(distances);
        return distances;
    }

    private static void addSquares(final double[] sums, final double x, final double[] y, final int from,
        final int to) {
        for (int j = from; j < to; j++) {
            final double difference = x - y[j];
            sums[j] = Math.fma(difference, difference, sums[j]);
        }
    }

    /**
     * The derivative of d(i, j) by the row i is {@code (z_i − z_j) / d(i, j)}, or 0 where they coincide. What is along
     * z_i itself is taken away on the way to the row as it was, so that only the sum over z_j is needed.
     *
     * @param roles factor of the derivative of each distance; replaced by their sums over both orders of a pair
     * @param scale factor of what is added
     * @param gradient with respect to the rows as they were, added to
     */
    static void backward(final UnitRows unit, final double[][] distances, final int[][] roles, final double scale,
        final double[][] gradient) {
        addTransposed(roles);
        final var z = unit.rows();
        final var weights = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < z.length; j++) {
                weights[j] = distances[i][j] > 0 ? -roles[i][j] / distances[i][j] : 0;
            }
            unit.backward(i, weightedSum(weights, z), scale, gradient[i]);
        }
    }

    /** Tile by tile, since a column by itself lies all over the memory. */
    private static void mirror(final double[][] square) {
        final int n = square.length;
        for (int top = 0; top < n; top += TILE) {
            for (int left = top; left < n; left += TILE) {
                for (int i = top; i < Math.min(top + TILE, n); i++) {
                    for (int j = Math.max(left, i + 1); j < Math.min(left + TILE, n); j++) {
                        square[j][i] = square[i][j];
                    }
                }
            }
        }
    }

    private static void addTransposed(final int[][] square) {
        final int n = square.length;
        for (int top = 0; top < n; top += TILE) {
            for (int left = top; left < n; left += TILE) {
                for (int i = top; i < Math.min(top + TILE, n); i++) {
                    for (int j = Math.max(left, i); j < Math.min(left + TILE, n); j++) {
                        final int sum = square[i][j] + square[j][i];
                        square[i][j] = sum;
                        square[j][i] = sum;
                    }
                }
            }
        }
    }

    private static double[] weightedSum(final double[] weights, final double[][] rows) {
        final var sum = new double[rows[0].length];
        int j = 0;
        for (; j + 3 < rows.length; j += 4) {
            add(sum, weights[j], rows[j], weights[j + 1], rows[j + 1], weights[j + 2], rows[j + 2], weights[j + 3],
                rows[j + 3]);
        }
        for (; j < rows.length; j++) {
            add(sum, weights[j], rows[j], 0, rows[j], 0, rows[j], 0, rows[j]);
        }
        return sum;
    }

    private static void add(final double[] sum, final double a, final double[] x, final double b, final double[] y,
        final double c, final double[] u, final double d, final double[] v) {
        if (a != 0 || b != 0 || c != 0 || d != 0) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += Math.fma(a, x[k], b * y[k]) + Math.fma(c, u[k], d * v[k]);
            }
        }
    }
}
