package org.scelmo.core.metrics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.preprocess.Basis;
import org.scelmo.core.preprocess.Pca;

/**
 * Principal component regression as scib does it, on up to 50 components: the R² of each component regressed on
 * numbers, weighted by its variance. That is the share of the variance of the components that lies in the space of the
 * covariates.
 *
 * @param covariates arrays of one number per cell; together with a constant they are regressed on
 */
record ComponentRegression(double[][] covariates) {

    static final int COMPONENTS = 50;

    /**
     * @param points cells × dimensions; of more than 50 dimensions the first 50 principal components
     * @return 0 to 1; 0 for points without variance
     * @throws IOException if the points cannot be read
     */
    double explained(final RowBlocks points, final Progress progress) throws IOException {
        final var columns = centered(points, progress);
        final var basis = new Basis();
        final double[] constant = new double[covariates[0].length];
        Arrays.fill(constant, 1);
        final List<double[]> candidates = new ArrayList<>(List.of(constant));
        candidates.addAll(List.of(covariates));
        final var directions = basis.orthonormal(candidates);
        double total = 0;
        double explained = 0;
        for (final var column : columns) {
            for (final var x : column) {
                total += x * x;
            }
            for (final var direction : directions.subList(1, directions.size())) {
                double dot = 0;
                for (int i = 0; i < column.length; i++) {
                    dot += direction[i] * column[i];
                }
                explained += dot * dot;
            }
        }
        return total == 0 ? 0 : explained / total;
    }

    /** @return one array per component, or per dimension where there are no more than components are sought */
    private static double[][] centered(final RowBlocks points, final Progress progress) throws IOException {
        final int cells = Math.toIntExact(points.rows());
        final int most = Math.min(cells, points.columns());
        if (most <= COMPONENTS) { // all components: turning the axes does not matter
            return columns(points);
        }
        final var pca = Pca.of(points, COMPONENTS, 0, progress);
        final var columns = new double[COMPONENTS][cells];
        final int[] next = {0};
        pca.scores(points, (rows, count) -> {
            for (int i = 0; i < count; i++, next[0]++) {
                for (int k = 0; k < COMPONENTS; k++) {
                    columns[k][next[0]] = rows[i][k];
                }
            }
        }, progress);
        return columns;
    }

    private static double[][] columns(final RowBlocks points) throws IOException {
        final var columns = new double[points.columns()][Math.toIntExact(points.rows())];
        try (var cursor = points.open()) {
            int row = 0;
            for (var block = cursor.next(1024); block != null; block = cursor.next(1024)) {
                for (int i = 0; i < block.rows(); i++, row++) {
                    for (int e = block.begin(i), end = block.end(i); e < end; e++) {
                        columns[block.indices()[e]][row] = block.values()[e];
                    }
                }
            }
        }
        for (final var column : columns) {
            final double mean = Arrays.stream(column).average().orElse(0);
            for (int i = 0; i < column.length; i++) {
                column[i] -= mean;
            }
        }
        return columns;
    }
}
