package org.scelmo.core.metrics.report;

/**
 * What is computed, and on how many cells.
 *
 * @param profile whose definitions
 * @param further whether scores are told that do not count in the totals
 * @param sample how many cells a subsample has, about; 0 for all cells
 * @param repeats how many subsamples, of which the mean and the standard deviation are told
 * @param seed of clusters and subsamples
 * @param threads how many threads compute; the result does not depend on it
 */
public record ScibSettings(Profile profile, boolean further, int sample, int repeats, long seed, int threads) {

    /** All cells. */
    public ScibSettings(final Profile profile, final long seed, final int threads) {
        this(profile, true, 0, 1, seed, threads);
    }
}
