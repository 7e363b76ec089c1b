package org.scelmo.core.insilico;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws sets that have as many genes of each bin as a given set. */
final class RandomSets {

    private final List<int[]> m_pools = new ArrayList<>();
    private final int[] m_wanted;
    private final int m_size;
    private final SplittableRandom m_random;

    /**
     * @param set the genes
     * @param binOf bin per gene
     * @param bins genes per bin
     * @param seed of the draws
     */
    RandomSets(final int[] set, final int[] binOf, final int[][] bins, final long seed) {
        final var counts = new TreeMap<Integer, Integer>();
        Arrays.stream(set).forEach(gene -> counts.merge(binOf[gene], 1, Integer::sum));
        final var own = IntStream.of(set).boxed().collect(Collectors.toSet());
        counts.forEach((bin, wanted) -> {
            final var others = Arrays.stream(bins[bin]).filter(gene -> !own.contains(gene)).toArray();
            m_pools.add(others.length >= wanted ? others : bins[bin].clone()); // too few others: own genes may be drawn
        });
        m_wanted = counts.values().stream().mapToInt(Integer::intValue).toArray();
        m_size = set.length;
        m_random = Streams.of(seed, Arrays.hashCode(set));
    }

    /** @return genes without replacement, other than those of the set where the bins have enough */
    int[] next() {
        final var drawn = new int[m_size];
        int n = 0;
        for (int p = 0; p < m_wanted.length; p++) {
            final var pool = m_pools.get(p);
            for (int i = 0; i < m_wanted[p]; i++) {
                final int with = i + m_random.nextInt(pool.length - i);
                final int kept = pool[i];
                pool[i] = pool[with];
                pool[with] = kept;
                drawn[n++] = pool[i];
            }
        }
        return drawn;
    }
}
