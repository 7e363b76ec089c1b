package org.scelmo.core.neighbors;

import java.io.IOException;

import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.apache.lucene.util.hnsw.RandomVectorScorerSupplier;
import org.scelmo.core.Progress;
import org.scelmo.core.matrix.DenseMatrix;

/**
 * Rows in memory as Lucene's graph wants them: whoever is nearer scores higher. For cosine they have unit length, so that
 * the squared Euclidean distance is twice the cosine's.
 */
final class MemorySpace implements RandomVectorScorerSupplier {

    private static final int BLOCK = 4096;

    private final float[][] m_rows;
    private final int m_dimensions;
    private final Metric m_metric;

    private MemorySpace(final float[][] rows, final int dimensions, final Metric metric) {
        m_rows = rows;
        m_dimensions = dimensions;
        m_metric = metric;
    }

    /** @throws org.scelmo.core.matrix.NonFiniteValueException if a value is not finite */
    static MemorySpace read(final DenseMatrix points, final Metric metric, final Progress progress)
        throws IOException {
        final var rows = new float[Math.toIntExact(points.rows())][];
        for (int first = 0; first < rows.length; first += BLOCK) {
            progress.checkCanceled();
            final var block = points.copy(first, Math.min(BLOCK, rows.length - first));
            for (int i = 0; i < block.length; i++) {
                SearchSpace.checkFinite("The embedding", first + i, block[i], points.columns());
                rows[first + i] = metric == Metric.COSINE ? unit(block[i]) : block[i];
            }
        }
        return new MemorySpace(rows, points.columns(), metric);
    }

    private static float[] unit(final float[] row) {
        final double norm = Math.sqrt(Metric.dot(row, row, row.length));
        for (int j = 0; j < row.length && norm > 0; j++) {
            row[j] = (float)(row[j] / norm);
        }
        return row;
    }

    int size() {
        return m_rows.length;
    }

    double distance(final int i, final int j) {
        return m_metric.distance(m_rows[i], m_rows[j], m_dimensions);
    }

    @Override
    public RandomVectorScorer scorer(final int i) {
        final var own = m_rows[i];
        return new RandomVectorScorer() {
            @Override
            public float score(final int j) {
                return -squared(own, m_rows[j], m_dimensions);
            }

            @Override
            public int maxOrd() {
                return m_rows.length;
            }
        };
    }

    @Override
    public RandomVectorScorerSupplier copy() {
        return this;
    }

    private static float squared(final float[] a, final float[] b, final int n) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int j = 0;
        for (; j + 4 <= n; j += 4) {
            final float d0 = a[j] - b[j];
            final float d1 = a[j + 1] - b[j + 1];
            final float d2 = a[j + 2] - b[j + 2];
            final float d3 = a[j + 3] - b[j + 3];
            s0 += d0 * d0;
            s1 += d1 * d1;
            s2 += d2 * d2;
            s3 += d3 * d3;
        }
        for (; j < n; j++) {
            s0 += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return s0 + s1 + (s2 + s3);
    }
}
