package org.scelmo.core.preprocess;

import java.io.IOException;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.RowBlocks;

/**
 * The covariance matrix of genes as an operator: it multiplies vectors without ever being formed, in one pass over the
 * cells. Genes are centred in the arithmetic only, so that sparse data stay sparse.
 */
final class Covariance {

    private final RowBlocks m_x;
    private final double[] m_mean;
    private final int m_cells;
    private final int m_threads;

    Covariance(final RowBlocks x, final GeneMoments.Moments moments, final int threads) {
        m_x = x;
        m_threads = threads;
        m_mean = moments.mean();
        m_cells = moments.cells();
    }

    int genes() {
        return m_mean.length;
    }

    /**
     * @param vectors one per row, each with an entry per gene
     * @param progress told after each block
     * @return the covariance times each vector, one per row; O(nnz × vectors)
     * @throws IOException if X cannot be read
     */
    double[][] times(final double[][] vectors, final Progress progress) throws IOException {
        final int width = vectors.length;
        final var byGene = transposed(vectors, genes());
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
        return transposed(sums, width);
    }

    private static void add(final double[] out, final double factor, final double[] vector) {
        for (int k = 0; k < out.length; k++) {
            out[k] += factor * vector[k];
        }
    }

    private static double[][] transposed(final double[][] rows, final int columns) {
        final var transposed = new double[columns][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j][i] = rows[i][j];
            }
        }
        return transposed;
    }
}
