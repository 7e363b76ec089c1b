package org.scelmo.nodes.evaluation.scibmetrics;

import java.io.IOException;
import java.util.Random;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.embedding.Averaging;
import org.scelmo.core.embedding.CellEmbedder;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.RowSink;
import org.scelmo.core.preprocess.Pca;

/** What an embedding has to beat. */
final class Baselines {

    static final String PCA = "PCA of X";
    static final String RANDOM_GENES = "Random gene vectors";

    private static final int DIMENSIONS = 50;

    private Baselines() {
    }

    /** @return up to 50 principal components of all genes */
    static DenseMatrix pca(final RowBlocks x, final Progress progress) throws IOException {
        final int components = (int)Math.min(DIMENSIONS, Math.min(x.rows(), x.columns()) - 1);
        final var pca = Pca.of(x, components, 0, progress.part(0, 0.9));
        final var kept = new Kept(x.rows(), components);
        pca.scores(x, kept, progress.part(0.9, 1));
        return kept.matrix();
    }

    /** @return the weighted average of 50 normal random numbers per gene */
    static DenseMatrix randomGenes(final AnnData data, final long seed, final Progress progress) throws IOException {
        final var random = new Random(seed);
        final var vectors = new float[data.genes()][DIMENSIONS];
        for (final var vector : vectors) {
            for (int k = 0; k < DIMENSIONS; k++) {
                vector[k] = (float)random.nextGaussian();
            }
        }
        final var kept = new Kept(data.cells(), DIMENSIONS);
        new CellEmbedder(vectors, DIMENSIONS, Averaging.WEIGHTED, Runtime.getRuntime().availableProcessors())
            .embed(data.x().orElseThrow(), kept, progress);
        return kept.matrix();
    }

    /** Rows held in memory. */
    private static final class Kept implements RowSink {

        private final float[][] m_rows;
        private final int m_columns;
        private int m_next;

        Kept(final long rows, final int columns) {
            m_rows = new float[Math.toIntExact(rows)][];
            m_columns = columns;
        }

        @Override
        public void append(final float[][] rows, final int count) {
            for (int i = 0; i < count; i++) {
                m_rows[m_next++] = rows[i].clone();
            }
        }

        DenseMatrix matrix() {
            return DenseMatrix.of(m_rows, m_columns);
        }
    }
}
