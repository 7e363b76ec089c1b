package org.scelmo.core.neighbors;

import java.io.IOException;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;

/**
 * The coordinates in which candidates are looked for. Rows are scaled (to unit length for cosine, by one common power of
 * two for Euclidean, so that float32 neither overflows nor underflows) and then shifted by a centre. Neither changes who
 * is near to whom, for unit rows have cosine distance |a − b|² / 2; but in cell embeddings, whose rows are almost
 * parallel, it takes away the large common part in which float32 would lose the differences.
 */
final class SearchSpace {

    private static final int BLOCK = 256;
    private static final int CENTRE_SAMPLE = 4096;

    private final Metric m_metric;
    private final int m_dimensions;
    private final double m_scale;
    private final double[] m_centre;

    private SearchSpace(final Metric metric, final int dimensions, final double scale, final double[] centre) {
        m_metric = metric;
        m_dimensions = dimensions;
        m_scale = scale;
        m_centre = centre;
    }

    /**
     * Reads the reference once and derives the space from it.
     *
     * @throws NonFiniteValueException if it holds NaN or an infinity
     */
    static SearchSpace of(final DenseMatrix reference, final Metric metric, final Progress progress)
        throws IOException {
        final int n = reference.columns();
        final long rows = reference.rows();
        float largest = 0;
        final var buffer = new float[BLOCK][n];
        for (long first = 0; first < rows; first += BLOCK) {
            progress.checkCanceled();
            final var block = first + BLOCK <= rows ? buffer : new float[(int)(rows - first)][n];
            reference.read(first, block);
            for (int i = 0; i < block.length; i++) {
                largest = Math.max(largest, checkFinite("The reference", first + i, block[i], n));
            }
        }
        final double scale = largest == 0 ? 1 : Math.scalb(1.0, -Math.getExponent(largest));
        final var space = new SearchSpace(metric, n, scale, new double[n]);
        space.setCentre(reference, progress);
        return space;
    }

    /** Any centre gives right results; the mean of an even sample gives fast ones. */
    private void setCentre(final DenseMatrix reference, final Progress progress) throws IOException {
        final long step = (reference.rows() + CENTRE_SAMPLE - 1) / CENTRE_SAMPLE;
        final var row = new float[1][m_dimensions];
        long count = 0;
        for (long i = 0; i < reference.rows(); i += step) {
            if (count++ % BLOCK == 0) {
                progress.checkCanceled();
            }
            reference.read(i, row);
            final double factor = factor(row[0]);
            for (int j = 0; j < m_dimensions; j++) {
                m_centre[j] += row[0][j] * factor;
            }
        }
        for (int j = 0; j < m_dimensions; j++) {
            m_centre[j] /= count;
        }
    }

    int dimensions() {
        return m_dimensions;
    }

    Metric metric() {
        return m_metric;
    }

    /**
     * Moves a row into this space.
     *
     * @param row finite values
     * @param into receives the coordinates, rounded once; may be the row itself; elements beyond the
     *            dimensions are left alone
     * @return whether the row has a direction; false for a row of zeros under {@link Metric#COSINE}
     */
    boolean map(final float[] row, final float[] into) {
        final double factor = factor(row);
        for (int j = 0; j < m_dimensions; j++) {
            into[j] = (float)(row[j] * factor - m_centre[j]);
        }
        return factor != 0;
    }

    private double factor(final float[] row) {
        if (m_metric == Metric.EUCLIDEAN) {
            return m_scale;
        }
        final double norm = Math.sqrt(Metric.dot(row, row, m_dimensions));
        return norm == 0 ? 0 : 1 / norm;
    }

    /** Returns the largest absolute value. */
    static float checkFinite(final String matrix, final long rowIndex, final float[] row, final int n) {
        float largest = 0;
        for (int j = 0; j < n; j++) {
            final float x = Math.abs(row[j]);
            if (!(x <= Float.MAX_VALUE)) {
                throw new NonFiniteValueException(matrix, rowIndex, j, row[j]);
            }
            largest = Math.max(largest, x);
        }
        return largest;
    }
}
