package org.scelmo.core.insilico;

/**
 * How deletions are made and judged.
 *
 * @param weights what a gene's vector is multiplied by
 * @param where in which cells genes are deleted
 * @param bootstraps how often the cells are drawn again; 0 for no intervals
 * @param level share of the bootstraps within the interval, e.g. 0.95
 * @param matched at most so many random genes of similar expression each gene is compared to; 0 for no p-values
 * @param seed of all randomness
 * @param threads how many threads compute
 */
public record DeletionOptions(CellWeights weights, DeletedIn where, int bootstraps, double level, int matched,
    long seed, int threads) {
}
