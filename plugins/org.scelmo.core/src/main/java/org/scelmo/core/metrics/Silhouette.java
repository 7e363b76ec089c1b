package org.scelmo.core.metrics;

import java.io.IOException;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.neighbors.Metric;

/**
 * How much closer cells are to their own group than to another one (Rousseeuw 1987): (b − a) / max(a, b), where a is
 * the mean distance to the others of the own group. A cell that is alone in its group scores 0, as in scikit-learn.
 *
 * @param metric which distance
 * @param between what b is
 * @param threads how many threads compute; the result does not depend on it
 */
public record Silhouette(Metric metric, Between between, int threads) {

    /** Which distance to the other groups counts, as scib-metrics names it. */
    public enum Between {
        /** the mean distance to the nearest other group: the usual silhouette */
        NEAREST,
        /** the mean distance to all cells of other groups (BRAS) */
        MEAN_OTHER,
        /** the mean distance to the furthest other group */
        FURTHEST
    }

    /**
     * @param points cells × dimensions, finite
     * @param groups at least two groups; cells without a group take no part
     * @return one value per cell, −1 to 1; 0 for cells without a group
     * @throws IOException if the points cannot be read
     * @throws IllegalArgumentException if there are fewer than two groups, or groups of other cells
     */
    public double[] samples(final DenseMatrix points, final Groups groups, final Progress progress) throws IOException {
        if (groups.count() < 2 || groups.cells() != points.rows()) {
            throw new IllegalArgumentException("%d groups of %d cells, for %d rows."
                .formatted(groups.count(), groups.cells(), points.rows()));
        }
        final var samples = new double[groups.cells()];
        GroupDistances.compute(points, metric, groups, threads,
            (cell, group, sums, sizes) -> samples[cell] = sample(group, sums, sizes), progress);
        return samples;
    }

    private double sample(final int group, final double[] sums, final int[] sizes) {
        if (sizes[group] == 1) {
            return 0;
        }
        final double within = sums[group] / (sizes[group] - 1);
        final double other = switch (between) {
            case NEAREST -> nearest(group, sums, sizes);
            case FURTHEST -> furthest(group, sums, sizes);
            case MEAN_OTHER -> meanOther(group, sums, sizes);
        };
        final double larger = Math.max(within, other);
        return larger == 0 ? 0 : (other - within) / larger;
    }

    private static double nearest(final int group, final double[] sums, final int[] sizes) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int g = 0; g < sums.length; g++) {
            if (g != group) {
                nearest = Math.min(nearest, sums[g] / sizes[g]);
            }
        }
        return nearest;
    }

    private static double furthest(final int group, final double[] sums, final int[] sizes) {
        double furthest = 0;
        for (int g = 0; g < sums.length; g++) {
            if (g != group) {
                furthest = Math.max(furthest, sums[g] / sizes[g]);
            }
        }
        return furthest;
    }

    private static double meanOther(final int group, final double[] sums, final int[] sizes) {
        double sum = 0;
        long count = 0;
        for (int g = 0; g < sums.length; g++) {
            if (g != group) {
                sum += sums[g];
                count += sizes[g];
            }
        }
        return sum / count;
    }
}
