package org.scelmo.core.annotate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.scelmo.core.anndata.Groups;

/**
 * A random split in which both parts have each group in (nearly) the share it has among all cells: cell by cell that of
 * scikit-learn's {@code train_test_split} with {@code train_size}, {@code random_state} and {@code stratify} (1.2). The
 * parts are ordered by group.
 */
public final class StratifiedSplit {

    private final MersenneTwister m_random;

    private StratifiedSplit(final long seed) {
        m_random = new MersenneTwister(seed);
    }

    /**
     * @param groups of all cells; cells without one are a group of their own
     * @param trainFraction between 0 and 1; the training part is rounded down
     * @param seed 0 to 2<sup>32</sup> − 1
     * @throws IllegalArgumentException if a group has a single cell, or a part has fewer cells than there are groups
     */
    public static NumpySplit of(final Groups groups, final double trainFraction, final long seed) {
        return new StratifiedSplit(seed).split(withoutGaps(groups), trainFraction);
    }

    private static Groups withoutGaps(final Groups groups) {
        return IntStream.of(groups.of()).anyMatch(g -> g < 0) ? groups.withOthersAs("") : groups;
    }

    private NumpySplit split(final Groups groups, final double fraction) {
        final int cells = groups.cells();
        final int train = NumpySplit.trainCells(cells, fraction);
        check(groups, train, cells - train);
        final var order = IntStream.range(0, groups.count()).boxed().sorted(Comparator.comparing(groups.names()::get))
            .mapToInt(Integer::intValue).toArray();
        final var sizes = IntStream.of(order).map(g -> groups.sizes()[g]).toArray();
        final var trainSizes = shares(sizes, train);
        final var rest = IntStream.range(0, sizes.length).map(g -> sizes[g] - trainSizes[g]).toArray();
        shares(rest, cells - train); // scikit-learn draws here, too, before it shuffles
        final var trained = IntStream.builder();
        final var tested = IntStream.builder();
        for (int g = 0; g < order.length; g++) {
            final var members = groups.members(order[g]);
            final var shuffled = m_random.permutation(members.length);
            for (int i = 0; i < shuffled.length; i++) {
                (i < trainSizes[g] ? trained : tested).add(members[shuffled[i]]);
            }
        }
        return new NumpySplit(trained.build().toArray(), tested.build().toArray());
    }

    private static void check(final Groups groups, final int train, final int test) {
        final var sizes = groups.sizes();
        for (int g = 0; g < sizes.length; g++) {
            if (sizes[g] < 2) {
                throw new IllegalArgumentException(
                    "Only one cell is '%s': it cannot be in both parts.".formatted(groups.names().get(g)));
            }
        }
        if (Math.min(train, test) < groups.count()) {
            throw new IllegalArgumentException("Parts of %d and %d cells cannot both have cells of %d groups."
                .formatted(train, test, groups.count()));
        }
    }

    /** The likeliest numbers of draws from each group; of equal remainders, random ones are rounded up. */
    private int[] shares(final int[] sizes, final int draws) {
        final double all = IntStream.of(sizes).sum();
        final var exact = IntStream.of(sizes).mapToDouble(n -> n / all * draws).toArray();
        final var shares = DoubleStream.of(exact).mapToInt(x -> (int)Math.floor(x)).toArray();
        final var remainders = IntStream.range(0, sizes.length).mapToDouble(g -> exact[g] - Math.floor(exact[g])).toArray();
        int missing = draws - IntStream.of(shares).sum();
        final var values = DoubleStream.of(remainders).distinct().sorted().toArray();
        for (int v = values.length - 1; v >= 0 && missing > 0; v--) {
            final double value = values[v];
            final var equal = IntStream.range(0, sizes.length).filter(g -> remainders[g] == value).toArray();
            final var drawn = Arrays.copyOf(m_random.permutation(equal.length), Math.min(equal.length, missing));
            for (final int i : drawn) {
                shares[equal[i]]++;
            }
            missing -= drawn.length;
        }
        return shares;
    }
}
