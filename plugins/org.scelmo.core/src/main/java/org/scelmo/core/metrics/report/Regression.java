package org.scelmo.core.metrics.report;

import java.io.IOException;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.DenseBlocks;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.metrics.PrincipalComponentRegression;
import org.scelmo.core.preprocess.Pca;

/** How much of the variance between batches went away. */
final class Regression {

    private static final int COMPONENTS = 50;

    private Regression() {
    }

    /** @param reduced whether more than 50 dimensions are reduced to their principal components, as scib does */
    static double comparison(final EmbeddingContext context, final boolean reduced, final Progress progress)
        throws IOException, NotComputableException {
        final var batches = context.batches();
        if (context.cells().unintegrated() == null) {
            throw new NotComputableException("There are no coordinates before integration to compare with.");
        }
        final double before = PrincipalComponentRegression.explained(
            reduced(context.cells().unintegrated(), reduced, progress), batches, progress);
        if (before == 0) {
            throw new NotComputableException("Batches explain no variance before integration.");
        }
        return PrincipalComponentRegression.comparison(before,
            PrincipalComponentRegression.explained(reduced(context.points(), reduced, progress), batches, progress));
    }

    private static DenseMatrix reduced(final DenseMatrix points, final boolean isReduced, final Progress progress)
        throws IOException {
        if (!isReduced || Math.min(points.columns(), points.rows()) <= COMPONENTS) {
            return points;
        }
        final var blocks = new DenseBlocks(points);
        final var scores = new float[Math.toIntExact(points.rows())][];
        final int[] next = {0};
        Pca.of(blocks, COMPONENTS, 0, progress).scores(blocks, (rows, count) -> {
            for (int i = 0; i < count; i++) {
                scores[next[0]++] = rows[i].clone();
            }
        }, progress);
        return DenseMatrix.of(scores, COMPONENTS);
    }
}
