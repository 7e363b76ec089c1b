package org.scelmo.core.metrics;

import java.util.Arrays;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.neighbors.Neighbors;

/**
 * The k-nearest-neighbor batch effect test (Büttner et al. 2019): whether the batches among a cell's neighbors are as
 * frequent as among all cells, by Pearson's χ². The score is the share of cells where that is not rejected. Tests every
 * cell, as scib-metrics does; scib's R package tests a random tenth.
 */
public final class Kbet {

    private Kbet() {
    }

    /**
     * @param neighbors of each cell, the cell itself among them as the first: see {@link #withSelf}
     * @param batches of the cells; every cell has one, and there are at least two
     * @return p value of each cell, 0 to 1
     */
    public static double[] pValues(final Neighbors neighbors, final Groups batches) {
        if (batches.count() < 2) {
            throw new IllegalArgumentException("One batch cannot be mixed with others.");
        }
        final var sizes = batches.sizes();
        final var distribution = ChiSquaredDistribution.of(batches.count() - 1.0);
        final var values = new double[neighbors.queries()];
        final var observed = new int[batches.count()];
        for (int i = 0; i < values.length; i++) {
            Arrays.fill(observed, 0);
            final var others = neighbors.indices()[i];
            for (final var other : others) {
                observed[batches.of()[other]]++;
            }
            double statistic = 0;
            for (int b = 0; b < observed.length; b++) {
                final double expected = (double)sizes[b] / batches.cells() * others.length;
                statistic += (observed[b] - expected) * (observed[b] - expected) / expected;
            }
            values[i] = distribution.survivalProbability(statistic);
        }
        return values;
    }

    /** @return the share of p values that are at least {@code alpha}: 0 unmixed … 1 mixed */
    public static double acceptance(final double[] pValues, final double alpha) {
        return (double)Arrays.stream(pValues).filter(p -> p >= alpha).count() / pValues.length;
    }

    /**
     * @param neighbors k − 1 others of each cell
     * @return the same with the cell itself in front, at distance 0
     */
    public static Neighbors withSelf(final Neighbors neighbors) {
        final var indices = new int[neighbors.queries()][];
        final var distances = new double[indices.length][];
        for (int i = 0; i < indices.length; i++) {
            final int k = neighbors.indices()[i].length;
            indices[i] = new int[k + 1];
            indices[i][0] = i;
            System.arraycopy(neighbors.indices()[i], 0, indices[i], 1, k);
            distances[i] = new double[k + 1];
            System.arraycopy(neighbors.distances()[i], 0, distances[i], 1, k);
        }
        return new Neighbors(indices, distances);
    }
}
