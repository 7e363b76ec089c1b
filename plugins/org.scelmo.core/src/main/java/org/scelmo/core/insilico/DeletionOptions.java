package org.scelmo.core.insilico;

/**
 * How deletions are made and judged.
 *
 * @param weights what a gene's vector is multiplied by
 * @param where in which cells genes are deleted
 * @param bootstraps how often the cells are drawn again; 0 for no intervals
 * @param level share of the bootstraps within the interval, e.g. 0.95
 * @param matched at most so many random genes of similar expression each gene is compared to; 0 for no p-values
 * @param comparison how the p-values of single genes are made
 * @param seed of all randomness
 * @param threads how many threads compute
 */
public record DeletionOptions(CellWeights weights, DeletedIn where, int bootstraps, double level, int matched,
    Comparison comparison, long seed, int threads) {

    /** Compares by rank. */
    public DeletionOptions(final CellWeights weights, final DeletedIn where, final int bootstraps, final double level,
        final int matched, final long seed, final int threads) {
        this(weights, where, bootstraps, level, matched, Comparison.RANK, seed, threads);
    }
}
