package org.scelmo.core.annotate;

import java.util.Arrays;

/**
 * A random split into training and test cells, cell by cell the one of scikit-learn's {@code train_test_split} with
 * {@code test_size=testFraction, random_state=seed} and no stratification.
 *
 * @param train indices of the training cells, in permuted order
 * @param test indices of the test cells, in permuted order
 */
public record NumpySplit(int[] train, int[] test) {

    /**
     * @param cells number of cells, at least 2
     * @param testFraction between 0 and 1; the test part is rounded up
     * @param seed 0 to 2<sup>32</sup> − 1
     * @throws IllegalArgumentException if either part would be empty
     */
    public static NumpySplit of(final int cells, final double testFraction, final long seed) {
        final int test = (int)Math.ceil(testFraction * cells);
        if (!(testFraction > 0 && testFraction < 1) || test >= cells) {
            throw new IllegalArgumentException(
                "%d cells cannot be split with a test fraction of %s: both parts need cells."
                    .formatted(cells, testFraction));
        }
        final var order = permutation(cells, seed);
        return new NumpySplit(Arrays.copyOfRange(order, test, cells), Arrays.copyOf(order, test));
    }

    /**
     * As {@code train_test_split} with {@code train_size=trainFraction} in place of {@code test_size}.
     *
     * @param cells number of cells, at least 2
     * @param trainFraction between 0 and 1; the training part is rounded down
     * @param seed 0 to 2<sup>32</sup> − 1
     * @throws IllegalArgumentException if either part would be empty
     */
    public static NumpySplit ofTrain(final int cells, final double trainFraction, final long seed) {
        final int test = cells - trainCells(cells, trainFraction);
        final var order = permutation(cells, seed);
        return new NumpySplit(Arrays.copyOfRange(order, test, cells), Arrays.copyOf(order, test));
    }

    static int trainCells(final int cells, final double fraction) {
        final int train = (int)Math.floor(fraction * cells);
        if (!(fraction > 0 && fraction < 1) || train < 1) {
            throw new IllegalArgumentException("%d cells cannot be split with a training fraction of %s: both parts need "
                .formatted(cells, fraction) + "cells.");
        }
        return train;
    }

    /** @return the numbers 0 to {@code n} − 1 as {@code numpy.random.RandomState(seed).permutation(n)} orders them */
    public static int[] permutation(final int n, final long seed) {
        return new MersenneTwister(seed).permutation(n);
    }
}
