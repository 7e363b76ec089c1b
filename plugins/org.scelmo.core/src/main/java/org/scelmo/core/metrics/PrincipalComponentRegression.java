package org.scelmo.core.metrics;

import java.io.IOException;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.DenseMatrix;

/**
 * How much of the variance of an embedding a covariate such as the batch explains (Büttner et al. 2019): the R² of each
 * principal component regressed on the covariate, weighted by the component's variance.
 *
 * <p>Over all components this is the share of the total variance that lies between the groups, whichever way the axes
 * are turned; so no principal components have to be computed. That is scib-metrics' definition, and scib's for
 * embeddings of up to 50 dimensions.
 */
public final class PrincipalComponentRegression {

    private static final int BLOCK = 1024;

    private PrincipalComponentRegression() {
    }

    /**
     * @param points cells × dimensions: principal components or any other embedding
     * @param groups of the cells; cells without one take no part
     * @return the share of the variance that the groups explain, 0 to 1; 0 for points without variance
     * @throws IOException if the points cannot be read
     */
    public static double explained(final DenseMatrix points, final Groups groups, final Progress progress)
        throws IOException {
        final int dimensions = points.columns();
        final var sizes = groups.sizes();
        final var means = new double[groups.count()][dimensions];
        forEachRow(points, groups, progress.part(0, 0.5), (row, group) -> {
            for (int k = 0; k < dimensions; k++) {
                means[group][k] += row[k];
            }
        });
        final var mean = new double[dimensions];
        long count = 0;
        for (int g = 0; g < means.length; g++) {
            count += sizes[g];
            for (int k = 0; k < dimensions; k++) {
                mean[k] += means[g][k];
                means[g][k] /= sizes[g];
            }
        }
        for (int k = 0; k < dimensions; k++) {
            mean[k] /= count;
        }
        final double[] within = {0};
        forEachRow(points, groups, progress.part(0.5, 1), (row, group) -> {
            for (int k = 0; k < dimensions; k++) {
                final double d = row[k] - means[group][k];
                within[0] += d * d;
            }
        });
        double between = 0;
        for (int g = 0; g < means.length; g++) {
            for (int k = 0; k < dimensions; k++) {
                final double d = means[g][k] - mean[k];
                between += sizes[g] * d * d;
            }
        }
        return between == 0 ? 0 : between / (between + within[0]);
    }

    /**
     * @param before share explained before the integration, above 0
     * @param after share explained after it
     * @return how much of it went away, 0 to 1; 0 if it rose
     */
    public static double comparison(final double before, final double after) {
        return Math.max(0, (before - after) / before);
    }

    private interface Row {

        void accept(float[] row, int group);
    }

    private static void forEachRow(final DenseMatrix points, final Groups groups, final Progress progress,
        final Row row) throws IOException {
        for (int first = 0; first < groups.cells(); first += BLOCK) {
            progress.checkCanceled();
            final var rows = points.copy(first, Math.min(BLOCK, groups.cells() - first));
            for (int i = 0; i < rows.length; i++) {
                if (groups.of()[first + i] >= 0) {
                    row.accept(rows[i], groups.of()[first + i]);
                }
            }
        }
    }
}
