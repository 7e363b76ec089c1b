package org.scelmo.core.insilico;

import org.scelmo.core.matrix.RowKernels;

/**
 * Mean cells of some bootstraps, and what becomes of their angle when genes are deleted. Bootstraps lie side by side in
 * all arrays, which makes the inner loops fast.
 */
final class BootstrapMeans {

    /** Squared share of a vector that rounding of float32 may leave of it when all is taken away. */
    private static final double NOTHING_LEFT = 1e-10;

    private final float[][][] m_sums;
    private final float[][] m_vectors;
    private final int[] m_cells;
    private final int m_count;
    /** Sum of the drawn cells' vectors: group × dimension × bootstrap. */
    private final float[][][] m_means;
    private final double[] m_cross;
    private final double[][] m_squares;

    /** @param sums weights of each gene summed over the drawn cells, group × gene × bootstrap */
    BootstrapMeans(final float[][][] sums, final float[][] vectors, final int dimensions, final int[] cells,
        final int count) {
        m_sums = sums;
        m_vectors = vectors;
        m_cells = cells;
        m_count = count;
        m_means = new float[2][dimensions][count];
        m_cross = new double[count];
        m_squares = new double[2][count];
    }

    /** Fills some dimensions of the mean cells. */
    void addMeans(final int fromDimension, final int toDimension) {
        for (int j = 0; j < m_vectors.length; j++) {
            for (int k = fromDimension; k < toDimension && m_vectors[j] != null; k++) {
                RowKernels.axpy1(m_means[0][k], m_vectors[j][k] / m_cells[0], m_sums[0][j], m_count);
                RowKernels.axpy1(m_means[1][k], m_vectors[j][k] / m_cells[1], m_sums[1][j], m_count);
            }
        }
    }

    /** Call once when all dimensions are filled. */
    void finish() {
        for (int k = 0; k < m_means[0].length; k++) {
            for (int b = 0; b < m_count; b++) {
                final double control = m_means[0][k][b];
                final double disease = m_means[1][k][b];
                m_cross[b] += control * disease;
                m_squares[0][b] += control * control;
                m_squares[1][b] += disease * disease;
            }
        }
    }

    /** Puts the scores of the deletion into {@code out}. */
    void scores(final int[] set, final DeletedIn where, final float[] out) {
        if (set.length == 1) {
            single(set[0], where, out);
        } else {
            together(set, where, out);
        }
    }

    /** Takes the genes' vectors from both means; O(genes × dimensions) per bootstrap. */
    private void together(final int[] set, final DeletedIn where, final float[] out) {
        final var cross = new double[m_count];
        final var squares = new double[2][m_count];
        for (int k = 0; k < m_means[0].length; k++) {
            final var control = where == DeletedIn.BOTH ? without(set, Conditions.CONTROL, k) : m_means[0][k];
            final var disease = without(set, Conditions.DISEASE, k);
            for (int b = 0; b < m_count; b++) {
                cross[b] += (double)control[b] * disease[b];
                squares[0][b] += (double)control[b] * control[b];
                squares[1][b] += (double)disease[b] * disease[b];
            }
        }
        for (int b = 0; b < m_count; b++) {
            out[b] = score(b, cross[b], squares[0][b], squares[1][b]);
        }
    }

    private float[] without(final int[] set, final int group, final int k) {
        final var rest = m_means[group][k].clone();
        for (final int gene : set) {
            RowKernels.axpy1(rest, -m_vectors[gene][k] / m_cells[group], m_sums[group][gene], m_count);
        }
        return rest;
    }

    /** By the dot products of the gene's vector with both means; O(dimensions) per bootstrap. */
    private void single(final int gene, final DeletedIn where, final float[] out) {
        final var vector = m_vectors[gene];
        final var control = new float[m_count];
        final var disease = new float[m_count];
        double square = 0;
        for (int k = 0; k < vector.length; k++) {
            RowKernels.axpy1(control, vector[k], m_means[0][k], m_count);
            RowKernels.axpy1(disease, vector[k], m_means[1][k], m_count);
            square += (double)vector[k] * vector[k];
        }
        for (int b = 0; b < m_count; b++) {
            final double u = where == DeletedIn.BOTH ? (double)m_sums[0][gene][b] / m_cells[0] : 0;
            final double v = (double)m_sums[1][gene][b] / m_cells[1];
            final double cross = m_cross[b] - v * control[b] - u * disease[b] + u * v * square;
            final double first = m_squares[0][b] - 2 * u * control[b] + u * u * square;
            final double second = m_squares[1][b] - 2 * v * disease[b] + v * v * square;
            out[b] = score(b, cross, first, second);
        }
    }

    private float score(final int b, final double cross, final double first, final double second) {
        final boolean nothing = first <= NOTHING_LEFT * m_squares[0][b] || second <= NOTHING_LEFT * m_squares[1][b];
        return nothing ? Float.NaN
            : (float)(cross / Math.sqrt(first * second) - m_cross[b] / Math.sqrt(m_squares[0][b] * m_squares[1][b]));
    }
}
