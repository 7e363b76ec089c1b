package org.scelmo.core.matrix;

import java.io.IOException;
import java.util.Arrays;

/**
 * Squared Euclidean distances to some cells, block by block: squares of differences are summed in float32, where they
 * lose no digits to cancellation, in an order that depends on the dimensions only. Holds the cells once more, in panels
 * of some hundred cells whose coordinates lie beside each other, one dimension after the other: the form that
 * vectorizes. Thread-safe.
 */
public final class SquaredDistances {

    /** Best number of rows at a time: their sums, 128 kB, stay in the second-level cache. */
    public static final int QUERIES = 64;
    /** Cells of a panel. */
    public static final int WIDTH = 512;
    /** Dimensions that all rows go through at a time: 32 kB of the panel stay in the first-level cache. */
    private static final int DEPTH = 16;
    /** Dimensions summed before their sum joins the total: bounds the error of float32. */
    private static final int CHUNK = 128;

    private final float[][][] m_panels;
    private final int m_cells;
    private final int m_dimensions;

    private SquaredDistances(final int cells, final int dimensions) {
        m_cells = cells;
        m_dimensions = dimensions;
        m_panels = new float[(cells + WIDTH - 1) / WIDTH][padded(dimensions)][WIDTH];
    }

    /** The kernel takes two at a time. */
    private static int padded(final int count) {
        return (count + 1) / 2 * 2;
    }

    /** Told the distances from some rows to the cells of a panel, which it may overwrite. */
    public interface Receiver {

        /**
         * @param first the panel's first cell
         * @param width number of its cells
         * @param squares an array for each row, maybe one more; only the first {@code width} elements have a meaning
         */
        void accept(int first, int width, float[][] squares);
    }

    /**
     * @param points finite
     * @param order which rows, in the order in which they are numbered from here on
     * @param isUnit whether rows are brought to length 1 first; zeros stay
     * @throws IOException if the points cannot be read
     */
    public static SquaredDistances of(final DenseMatrix points, final int[] order, final boolean isUnit)
        throws IOException {
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

    /** @return number of cells */
    public int cells() {
        return m_cells;
    }

    /** @return number of panels: {@value #WIDTH} cells each, the last one maybe fewer */
    public int panels() {
        return m_panels.length;
    }

    /** @return a copy of a cell's coordinates */
    public float[] row(final int cell) {
        final var row = new float[m_dimensions];
        final var panel = m_panels[cell / WIDTH];
        for (int k = 0; k < m_dimensions; k++) {
            row[k] = panel[k][cell % WIDTH];
        }
        return row;
    }

    /**
     * From consecutive cells to all cells; O(rows · cells · dimensions).
     *
     * @param from the first one
     * @param to one past the last one, best {@value #QUERIES} more
     * @param receiver is told each panel, in their order
     */
    public void of(final int from, final int to, final Receiver receiver) {
        final var rows = new float[to - from][];
        Arrays.setAll(rows, i -> row(from + i));
        final var work = new Work(rows);
        for (int p = 0; p < m_panels.length; p++) {
            work.of(p, receiver);
        }
    }

    /**
     * From any rows to the cells of one panel; O(rows · {@value #WIDTH} · dimensions).
     *
     * @param rows of as many dimensions, best {@value #QUERIES} at a time
     * @param receiver is told once
     */
    public void of(final float[][] rows, final int panel, final Receiver receiver) {
        new Work(rows).of(panel, receiver);
    }

    /** Some rows, padded, with the arrays for their distances. */
    private final class Work {

        private final float[][] m_rows;
        private final float[][] m_sums;
        private final float[][] m_parts;

        Work(final float[][] rows) {
            m_rows = new float[padded(rows.length)][padded(m_dimensions)];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(rows[i], 0, m_rows[i], 0, m_dimensions);
            }
            m_sums = new float[m_rows.length][WIDTH];
            m_parts = new float[m_rows.length][WIDTH];
        }

        void of(final int p, final Receiver receiver) {
            for (final var sum : m_sums) {
                Arrays.fill(sum, 0);
            }
            final int dimensions = padded(m_dimensions);
            for (int chunk = 0; chunk < dimensions; chunk += CHUNK) {
                final int end = Math.min(chunk + CHUNK, dimensions);
                for (int k = chunk; k < end; k += DEPTH) {
                    addUp(m_rows, m_panels[p], k, Math.min(k + DEPTH, end), m_parts);
                }
                for (int i = 0; i < m_rows.length; i++) {
                    RowKernels.drain(m_parts[i], m_sums[i], WIDTH);
                }
            }
            receiver.accept(p * WIDTH, Math.min(WIDTH, m_cells - p * WIDTH), m_sums);
        }
    }

    private static void addUp(final float[][] rows, final float[][] panel, final int begin, final int end,
        final float[][] into) {
        for (int i = 0; i < rows.length; i += 2) {
            final var q = rows[i];
            final var r = rows[i + 1];
            for (int k = begin; k < end; k += 2) {
                RowKernels.squares2x2(into[i], q[k], q[k + 1], into[i + 1], r[k], r[k + 1], panel[k], panel[k + 1],
                    WIDTH);
            }
        }
    }
}
