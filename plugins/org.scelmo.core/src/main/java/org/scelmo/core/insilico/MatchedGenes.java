package org.scelmo.core.insilico;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Genes that are expressed alike: bins of equally many genes by mean expression, each cut into three by the share of
 * cells that express them. A gene is compared to random others of its bin.
 */
final class MatchedGenes {

    private static final int BINS = 10;
    private static final int PARTS = 3;
    /** A bin shall have at least so many genes, if there are as many. */
    private static final int ENOUGH = 100;

    private final int[][] m_bins;
    private final int[] m_binOf;
    private final int m_draws;
    private final long m_seed;

    /**
     * @param genes those that may be drawn
     * @param means tells how they are expressed
     * @param draws at most so many genes are drawn per gene
     * @param seed of the draws
     */
    MatchedGenes(final int[] genes, final GroupMeans means, final int draws, final long seed) {
        final List<Integer> pool = new ArrayList<>();
        for (final var gene : genes) {
            pool.add(gene);
        }
        final int bins = Math.max(1, Math.min(BINS, genes.length / (ENOUGH * PARTS)));
        final int parts = Math.max(1, Math.min(PARTS, genes.length / (ENOUGH * bins)));
        final List<int[]> cut = new ArrayList<>();
        for (final var bin : cut(pool, means::mean, bins)) {
            for (final var part : cut(bin, j -> means.fraction()[j], parts)) {
                cut.add(part.stream().mapToInt(Integer::intValue).toArray());
            }
        }
        m_bins = cut.toArray(int[][]::new);
        m_binOf = new int[means.fraction().length];
        for (int b = 0; b < m_bins.length; b++) {
            for (final var gene : m_bins[b]) {
                m_binOf[gene] = b;
            }
        }
        m_draws = draws;
        m_seed = seed;
    }

    private static List<List<Integer>> cut(final List<Integer> genes, final IntToDoubleFunction by, final int parts) {
        final var sorted = new ArrayList<>(genes);
        sorted.sort(Comparator.comparingDouble(by::applyAsDouble)); // stable: ties stay in the order of X
        final List<List<Integer>> cut = new ArrayList<>();
        for (int p = 0; p < parts; p++) {
            cut.add(sorted.subList((int)((long)sorted.size() * p / parts),
                (int)((long)sorted.size() * (p + 1) / parts)));
        }
        return cut;
    }

    /** @return whether so many genes are enough for more than one bin */
    static boolean areEnough(final int genes) {
        return genes >= 2 * ENOUGH;
    }

    /** @return all genes that may be drawn, by bin; not to be changed */
    int[][] bins() {
        return m_bins;
    }

    /** @return random sets of genes that are expressed as those of the set; always the same ones for the same set */
    RandomSets like(final int[] set) {
        return new RandomSets(set, m_binOf, m_bins, m_seed);
    }

    /** @return random other genes of the same bin, without replacement; all others if the bin has no more */
    int[] of(final int gene) {
        final var others = Arrays.stream(m_bins[m_binOf[gene]]).filter(j -> j != gene).toArray();
        final int n = Math.min(m_draws, others.length);
        final var random = Streams.of(m_seed, gene);
        for (int i = 0; i < n && n < others.length; i++) {
            final int with = i + random.nextInt(others.length - i);
            final int kept = others[i];
            others[i] = others[with];
            others[with] = kept;
        }
        return Arrays.copyOf(others, n);
    }
}
