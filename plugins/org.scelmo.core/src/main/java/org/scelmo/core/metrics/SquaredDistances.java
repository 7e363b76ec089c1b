package org.scelmo.core.metrics;

import java.io.IOException;
import java.util.Arrays;

import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowKernels;

/**
 * Squared Euclidean distances between all pairs of some cells, block by block: squares of differences are summed in
 * float32, where they lose no digits to cancellation. Holds the cells once more, in panels of some hundred cells whose
 * coordinates lie beside each other, one dimension after the other: the form that vectorizes.
 */
final class SquaredDistances {

    /** Cells of a block: their sums, 128 kB, stay in the second-level cache. */
    static final int QUERIES = 64;
    private static final int WIDTH = 512;
    /** Dimensions that all cells of a block go through at a time: 32 kB of the panel stay in the first-level cache. */
    private static final int DEPTH = 16;
    /** Dimensions summed before their sum joins the total: bounds the error of float32. */
    private static final int CHUNK = 128;

    private final float[][][] m_panels;
    private final int m_cells;
    private final int m_dimensions;

    private SquaredDistances(final int cells, final int dimensions) {
        m_cells = cells;
        m_dimensions = (dimensions + 1) / 2 * 2; // the kernel takes two at a time
        m_panels = new float[(cells + WIDTH - 1) / WIDTH][m_dimensions][WIDTH];
    }

    /** Told the distances from each cell of a block to some consecutive cells, which it may overwrite. */
    interface Receiver {

        /**
         * @param first the first of the consecutive cells
         * @param width how many there are
         * @param squares one row per cell of the block; what is beyond the width has no meaning
         */
        void accept(int first, int width, float[][] squares);
    }

    /**
     * @param points finite
     * @param order which rows, in the order in which they are numbered from here on
     * @param isUnit whether rows are brought to length 1 first; zeros stay
     * @throws IOException if the points cannot be read
     */
    static SquaredDistances of(final DenseMatrix points, final int[] order, final boolean isUnit) throws IOException {
        final var distances = new SquaredDistances(order.length, points.columns());
        final var row = new float[1][points.columns()];
        for (int i = 0; i < order.length; i++) {
            points.read(order[i], row);
            final double scale = isUnit ? 1 / length(row[0]) : 1;
            final var panel = distances.m_panels[i / WIDTH];
            for (int k = 0; k < row[0].length; k++) {
                panel[k][i % WIDTH] = (float)(row[0][k] * scale);
            }
        }
        return distances;
    }

    private static double length(final float[] row) {
        double sum = 0;
        for (final var x : row) {
            sum += (double)x * x;
        }
        return sum == 0 ? 1 : Math.sqrt(sum);
    }

    /**
     * O(block · cells · dimensions).
     *
     * @param from first cell of the block
     * @param to one past its last, at most {@value #QUERIES} more
     * @param receiver is told all cells, in ascending order
     */
    void of(final int from, final int to, final Receiver receiver) {
        final int count = to - from;
        final var queries = new float[count + count % 2][m_dimensions];
        for (int i = 0; i < count; i++) {
            final var panel = m_panels[(from + i) / WIDTH];
            for (int k = 0; k < m_dimensions; k++) {
                queries[i][k] = panel[k][(from + i) % WIDTH];
            }
        }
        final var sums = new float[queries.length][WIDTH];
        final var parts = new float[queries.length][WIDTH];
        for (int p = 0; p < m_panels.length; p++) {
            addUp(queries, m_panels[p], sums, parts);
            receiver.accept(p * WIDTH, Math.min(WIDTH, m_cells - p * WIDTH), sums);
        }
    }

    private void addUp(final float[][] queries, final float[][] panel, final float[][] sums, final float[][] parts) {
        for (final var sum : sums) {
            Arrays.fill(sum, 0);
        }
        for (int chunk = 0; chunk < m_dimensions; chunk += CHUNK) {
            final int end = Math.min(chunk + CHUNK, m_dimensions);
            for (int k = chunk; k < end; k += DEPTH) {
                addUp(queries, panel, k, Math.min(k + DEPTH, end), parts);
            }
            for (int i = 0; i < queries.length; i++) {
                RowKernels.drain(parts[i], sums[i], WIDTH);
            }
        }
    }

    private static void addUp(final float[][] queries, final float[][] panel, final int begin, final int end,
        final float[][] into) {
        for (int i = 0; i < queries.length; i += 2) {
            final var q = queries[i];
            final var r = queries[i + 1];
            for (int k = begin; k < end; k += 2) {
                RowKernels.squares2x2(into[i], q[k], q[k + 1], into[i + 1], r[k], r[k + 1], panel[k], panel[k + 1],
                    WIDTH);
            }
        }
    }
}
