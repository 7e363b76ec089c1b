package org.scelmo.core.preprocess;

import java.io.IOException;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.RowBlocks;

/**
 * A covariance matrix that is never formed: each product is one pass over the cells. For many genes, or dense cells.
 */
final class StreamedCovariance implements Covariance {

    private final RowBlocks m_x;
    private final double[] m_mean;
    private final int m_cells;
    private final int m_threads;

    StreamedCovariance(final RowBlocks x, final GeneMoments.Moments moments, final int threads) {
        m_x = x;
        m_threads = threads;
        m_mean = moments.mean();
        m_cells = moments.cells();
    }

    @Override
    public int genes() {
        return m_mean.length;
    }

    /** O(nnz × vectors). */
    @Override
    public double[][] times(final double[][] vectors, final Progress progress) throws IOException {
        final int width = vectors.length;
        final var byGene = Covariance.transposed(vectors, genes());
        final var sums = new double[genes()][width];
        new BlockPass("Principal components", m_threads).run(m_x, (first, block) -> new BlockPass.Work() {

            private final double[][] m_scores = new double[block.rows()][width];

            @Override
            public void rows(final int from, final int to) {
                for (int i = from; i < to; i++) {
                    for (int e = block.begin(i), end = block.end(i); e < end; e++) {
                        add(m_scores[i], block.values()[e], byGene[block.indices()[e]]);
                    }
                }
            }

            @Override
            public void columns(final int from, final int to) {
                for (int i = 0; i < block.rows(); i++) {
                    for (int e = BlockPass.entry(block, i, from); e < block.end(i) && block.indices()[e] < to; e++) {
                        add(sums[block.indices()[e]], block.values()[e], m_scores[i]);
                    }
                }
            }
        }, progress);
        final var center = new double[width];
        for (int j = 0; j < genes(); j++) {
            add(center, m_mean[j], byGene[j]);
        }
        for (int j = 0; j < genes(); j++) {
            add(sums[j], -m_cells * m_mean[j], center);
            for (int k = 0; k < width; k++) {
                sums[j][k] /= m_cells - 1;
            }
        }
        return Covariance.transposed(sums, width);
    }

    private static void add(final double[] out, final double factor, final double[] vector) {
        for (int k = 0; k < out.length; k++) {
            out[k] += factor * vector[k];
        }
    }
}
