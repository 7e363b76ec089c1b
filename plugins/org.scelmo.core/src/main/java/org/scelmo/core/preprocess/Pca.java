package org.scelmo.core.preprocess;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.RowSink;

/**
 * Truncated principal component analysis of centered genes, as scanpy's {@code pca} with the solver arpack:
 * eigenvectors of the covariance by a block Krylov method with restarts, in float64, until their residuals are below
 * 1e-7 of the smallest eigenvalue sought. Sparse data are not made dense; the covariance of up to 4,096 genes is formed
 * in one pass, with more genes or dense cells there is a pass per step ({@link Covariance}). The sign of a component is
 * such that the cell with the largest absolute score has a positive one (scikit-learn's {@code svd_flip}).
 *
 * @param components loadings: one unit vector per component, an entry per gene
 * @param variance variance explained by each component, descending
 * @param totalVariance sum of the variances of all genes
 * @param mean of each gene
 */
public record Pca(double[][] components, double[] variance, double totalVariance, double[] mean) {

    private static final int ROWS = 512;

    /** With as many threads as there are processors. */
    public static Pca of(final RowBlocks x, final int count, final long seed, final Progress progress)
        throws IOException {
        return of(x, count, seed, BlockPass.processors(), progress);
    }

    /**
     * @param x cells × genes, read several times
     * @param count number of components, at least 1
     * @param seed of the random start; the result depends on it within the tolerance only
     * @param threads how many; the result does not depend on it
     * @param progress told after each block
     * @return the components
     * @throws IOException if X cannot be read
     * @throws ScelmoException if there are not more cells and genes than components, or it does not converge
     * @throws org.scelmo.core.matrix.NonFiniteValueException if X holds NaN or an infinity
     */
    public static Pca of(final RowBlocks x, final int count, final long seed, final int threads,
        final Progress progress) throws IOException {
        if (count < 1 || count >= Math.min(x.rows(), x.columns())) {
            throw new ScelmoException(
                "%d components of %d cells and %d genes are asked for; there must be more cells and genes than that."
                    .formatted(count, x.rows(), x.columns()), "Ask for fewer components.");
        }
        final var moments = GeneMoments.of(x, null, 1, progress.part(0, 0.05))[0];
        final double total = Arrays.stream(moments.variance()).sum();
        final var covariance = Covariance.of(x, moments, threads, progress.part(0.05, 0.4));
        final var found = LeadingEigen.of(covariance::times, covariance.genes(), count, new Random(seed),
            progress.part(0.4, 0.95)).orElseThrow(() -> new ScelmoException(
                "The principal components do not converge.", "Ask for fewer components."));
        final var pca = new Pca(found.vectors(), found.values(), total, moments.mean());
        pca.turn(x, progress.part(0.95, 1));
        return pca;
    }

    /** Turns components so that the largest absolute score is positive. */
    private void turn(final RowBlocks x, final Progress progress) throws IOException {
        final var largest = new double[components.length];
        final var scorer = new Scorer();
        Rows.visit(x, (row, block, local) -> {
            final var scores = scorer.of(block, local);
            for (int k = 0; k < scores.length; k++) {
                largest[k] = Math.abs(scores[k]) > Math.abs(largest[k]) ? scores[k] : largest[k];
            }
        }, "Signs of components", progress);
        for (int k = 0; k < largest.length; k++) {
            if (largest[k] < 0) {
                for (int j = 0; j < components[k].length; j++) {
                    components[k][j] = -components[k][j];
                }
            }
        }
    }

    /**
     * Writes the scores of cells: the centered values times the loadings.
     *
     * @param x the data the components were made of, or others with the same genes
     * @param out receives cells × components, float32
     * @param progress told after each block
     * @throws IOException if X cannot be read or the scores not be written
     */
    public void scores(final RowBlocks x, final RowSink out, final Progress progress) throws IOException {
        final var scorer = new Scorer();
        final var rows = new float[ROWS][components.length];
        final int[] filled = {0};
        Rows.visit(x, (row, block, local) -> {
            final var scores = scorer.of(block, local);
            for (int k = 0; k < scores.length; k++) {
                rows[filled[0]][k] = (float)scores[k];
            }
            if (++filled[0] == ROWS) {
                out.append(rows, ROWS);
                filled[0] = 0;
            }
        }, "Scores of cells", progress);
        out.append(rows, filled[0]);
    }

    /** @return share of the variance that each component explains; NaN if no gene varies */
    public double[] varianceRatio() {
        return Arrays.stream(variance).map(v -> v / totalVariance).toArray();
    }

    /** Scores of single cells. */
    private final class Scorer {

        private final double[][] m_byGene = new double[mean.length][components.length];
        private final double[] m_center = new double[components.length];

        Scorer() {
            for (int k = 0; k < components.length; k++) {
                for (int j = 0; j < mean.length; j++) {
                    m_byGene[j][k] = components[k][j];
                    m_center[k] += mean[j] * components[k][j];
                }
            }
        }

        double[] of(final CsrMatrix block, final int local) {
            final var scores = new double[m_center.length];
            for (int e = block.begin(local), end = block.end(local); e < end; e++) {
                final double value = block.values()[e];
                final var loadings = m_byGene[block.indices()[e]];
                for (int k = 0; k < scores.length; k++) {
                    scores[k] += value * loadings[k];
                }
            }
            for (int k = 0; k < scores.length; k++) {
                scores[k] -= m_center[k];
            }
            return scores;
        }
    }
}
