package org.scelmo.core.neighbors;

import java.io.IOException;
import java.util.Arrays;

import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowKernels;

/**
 * Some hundred consecutive reference rows, transposed into the search space, so that the scores of one query against all
 * of them are sums of whole arrays (dimension by dimension): the form that vectorises. The score
 * {@code q · r − |r|² / 2} is larger the nearer r is to q.
 */
final class Panel {

    /** References per panel: 32 vector registers' worth on AVX-512, so that a call of the kernel pays off. */
    static final int WIDTH = 512;
    /** Dimensions that all queries of a group go through at a time: 32 kB of the panel stay in the first-level cache. */
    private static final int DEPTH = 16;
    /** Dimensions summed before their sum joins the total: bounds the error of float32. */
    private static final int CHUNK = 128;
    /** Rows transposed at a time: one cache line of the panel. */
    private static final int TILE = 16;

    private final SearchSpace m_space;
    private final float[][] m_transposed;
    private final float[] m_halfSquare = new float[WIDTH];
    private final float[][] m_rows;
    private int m_count;
    private double m_maxNorm;
    private double m_maxHalfSquare;

    Panel(final SearchSpace space) {
        m_space = space;
        m_transposed = new float[paddedDimensions(space)][WIDTH];
        m_rows = new float[WIDTH][space.dimensions()];
    }

    /** @return dimensions rounded up to the two that the kernel takes at a time */
    static int paddedDimensions(final SearchSpace space) {
        return (space.dimensions() + 1) / 2 * 2;
    }

    /** Takes over the reference's rows from {@code first} on, {@link #WIDTH} or as many as there are. */
    void load(final DenseMatrix reference, final int first) throws IOException {
        m_count = (int)Math.min(WIDTH, reference.rows() - first);
        m_maxNorm = 0;
        m_maxHalfSquare = 0;
        final var rows = m_count == WIDTH ? m_rows : Arrays.copyOf(m_rows, m_count);
        reference.read(first, rows);
        for (int i = 0; i < m_count; i++) {
            final var row = rows[i];
            final boolean directed = m_space.map(row, row);
            final double square = Metric.dot(row, row, row.length);
            // a row of zeros lies in the middle of the unit sphere: half a unit nearer than its distance of 1 says
            m_halfSquare[i] = (float)(square / 2 + (directed ? 0 : 0.5));
            m_maxNorm = Math.max(m_maxNorm, Math.sqrt(square));
            m_maxHalfSquare = Math.max(m_maxHalfSquare, m_halfSquare[i]);
        }
        for (int i = 0; i < m_count; i += TILE) {
            transpose(rows, i, Math.min(i + TILE, m_count));
        }
    }

    private void transpose(final float[][] rows, final int from, final int to) {
        for (int d = 0; d < m_space.dimensions(); d++) {
            final var line = m_transposed[d];
            for (int i = from; i < to; i++) {
                line[i] = rows[i][d];
            }
        }
    }

    int count() {
        return m_count;
    }

    /**
     * Scores a group of queries against all references of the panel; O(queries × width × dimensions).
     *
     * @param queries mapped and padded rows
     * @param from first query of the group
     * @param to one past the last
     * @param scores receives the scores: query {@code from + i} in row i
     * @param work as large as {@code scores}; zeros before and after
     */
    void score(final float[][] queries, final int from, final int to, final float[][] scores, final float[][] work) {
        final int dimensions = m_transposed.length;
        final var halfSquare = m_halfSquare;
        for (int i = from; i < to; i++) {
            Arrays.fill(scores[i - from], 0);
        }
        for (int chunk = 0; chunk < dimensions; chunk += CHUNK) {
            final int chunkEnd = Math.min(chunk + CHUNK, dimensions);
            for (int d = chunk; d < chunkEnd; d += DEPTH) {
                accumulate(queries, from, to, d, Math.min(d + DEPTH, chunkEnd), work);
            }
            for (int i = from; i < to; i++) {
                RowKernels.drain(work[i - from], scores[i - from], WIDTH);
            }
        }
        for (int i = from; i < to; i++) {
            final var row = scores[i - from];
            for (int j = 0; j < WIDTH; j++) {
                row[j] -= halfSquare[j];
            }
        }
    }

    private void accumulate(final float[][] queries, final int from, final int to, final int begin, final int end,
        final float[][] work) {
        int i = from;
        for (; i + 2 <= to; i += 2) {
            final var q = queries[i];
            final var p = queries[i + 1];
            for (int d = begin; d < end; d += 2) {
                RowKernels.axpy2x2(work[i - from], q[d], q[d + 1], work[i + 1 - from], p[d], p[d + 1],
                    m_transposed[d], m_transposed[d + 1], WIDTH);
            }
        }
        if (i < to) {
            final var q = queries[i];
            for (int d = begin; d < end; d += 2) {
                RowKernels.axpy2(work[i - from], q[d], m_transposed[d], q[d + 1], m_transposed[d + 1], WIDTH);
            }
        }
    }

    /**
     * How far a score can be from the truth, and the truth from what the float64 distances say. The first part: each of
     * the roundings on the way of a term into the score (mapping, the chunk's sum, the total) is at most 2<sup>-24</sup>
     * of it, and by Cauchy-Schwarz the terms sum to at most |q| |r|. The second: the float64 distance of n terms is off
     * by at most n 2<sup>-52</sup> of its magnitude. Rounded up generously; a larger bound only means more candidates.
     *
     * @param queryNorm length of the mapped query
     */
    double margin(final double queryNorm) {
        final int n = m_transposed.length;
        final int roundings = Math.min(n, CHUNK) + n / CHUNK + 8;
        final double inFloat = roundings * 0x1p-23 * (queryNorm * m_maxNorm + m_maxHalfSquare);
        final double magnitude = m_space.metric() == Metric.COSINE ? 1 : queryNorm + m_maxNorm;
        return inFloat + (n + 16) * 0x1p-51 * magnitude * magnitude;
    }
}
