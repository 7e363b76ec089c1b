package org.scelmo.core.metrics;

import org.scelmo.core.anndata.Groups;

/**
 * How many groups a cell effectively meets among its neighbors (Korsunsky et al. 2019, "LISI"): neighbors weigh
 * exp(−β·distance), β is chosen so that they count as {@code perplexity} neighbors, and the value is the inverse of the
 * chance that two of them are of one group. Numbers of harmonypy 0.0.9, which scib and scib-metrics share. Keeps arrays
 * for reuse: one object a thread.
 */
final class InverseSimpson {

    private static final int STEPS = 50;
    private static final double TOLERANCE = 1e-5;

    private final double m_target;
    private double[] m_weights = new double[0];
    private double[] m_shares = new double[0];

    InverseSimpson(final double perplexity) {
        m_target = Math.log(perplexity);
    }

    /**
     * Weighs the neighbors of one cell, for any number of groupings to follow.
     *
     * @param distances of the neighbors
     * @param count how many of them to use
     * @return whether any weight is above 0
     */
    boolean weighNeighbors(final double[] distances, final int count) {
        if (m_weights.length < count) {
            m_weights = new double[count];
        }
        return weigh(distances, count);
    }

    /**
     * @param neighbors positions of the neighbors that were weighed
     * @param count how many of them
     * @param groups of the cells; every neighbor has one
     * @return between 1 and the number of groups
     */
    double of(final int[] neighbors, final int count, final Groups groups) {
        if (m_shares.length < groups.count()) {
            m_shares = new double[groups.count()];
        }
        for (int j = 0; j < count; j++) {
            m_shares[groups.of()[neighbors[j]]] += m_weights[j];
        }
        double simpson = 0;
        for (int j = 0; j < count; j++) { // each share once, and none is left for the next cell
            final double share = m_shares[groups.of()[neighbors[j]]];
            m_shares[groups.of()[neighbors[j]]] = 0;
            simpson += share * share;
        }
        return 1 / simpson;
    }

    /** Leaves weights that sum to 1; false if none is above 0. */
    private boolean weigh(final double[] distances, final int count) {
        double beta = 1;
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double entropy = entropy(distances, count, beta);
        for (int step = 0; step < STEPS && Math.abs(entropy - m_target) > TOLERANCE; step++) {
            if (entropy > m_target) {
                low = beta;
                beta = high == Double.POSITIVE_INFINITY ? 2 * beta : (beta + high) / 2;
            } else {
                high = beta;
                beta = low == Double.NEGATIVE_INFINITY ? beta / 2 : (beta + low) / 2;
            }
            entropy = entropy(distances, count, beta);
        }
        return entropy != 0;
    }

    /** Of the weights at this β, which it leaves behind; 0 if they all vanish. */
    private double entropy(final double[] distances, final int count, final double beta) {
        double sum = 0;
        double moment = 0;
        for (int j = 0; j < count; j++) {
            final double weight = Math.exp(-distances[j] * beta);
            m_weights[j] = weight;
            sum += weight;
            moment += distances[j] * weight;
        }
        if (sum == 0) {
            return 0;
        }
        for (int j = 0; j < count; j++) {
            m_weights[j] /= sum;
        }
        return Math.log(sum) + beta * moment / sum;
    }
}
