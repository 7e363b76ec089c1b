package org.scelmo.core.neighbors;

/**
 * The nearest reference rows of each query row, nearest first; equal distances by lower index.
 *
 * @param indices queries × k, zero-based rows of the reference
 * @param distances queries × k, ascending
 */
public record Neighbors(int[][] indices, double[][] distances) {

    public Neighbors {
        if (indices.length != distances.length) {
            throw new IllegalArgumentException(
                "Indices of %d queries, but distances of %d.".formatted(indices.length, distances.length));
        }
    }

    /** @return number of query rows */
    public int queries() {
        return indices.length;
    }
}
