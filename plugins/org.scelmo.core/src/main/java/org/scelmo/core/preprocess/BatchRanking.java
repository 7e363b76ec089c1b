package org.scelmo.core.preprocess;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Genes ranked in several batches, as Seurat 3 chooses features for integration.
 *
 * @param medians median of the ranks, from 0, in the batches that rank the gene among the best; NaN if none does
 * @param batches number of these batches
 */
record BatchRanking(double[] medians, int[] batches) {

    /**
     * @param scores one row per batch, an entry per gene; the higher, the better
     * @param top how many are the best of a batch
     */
    static BatchRanking of(final double[][] scores, final int top) {
        final int genes = scores[0].length;
        final var ranks = new double[genes][scores.length];
        final var batches = new int[genes];
        for (final var within : scores) {
            final int[] best = IntStream.range(0, genes).boxed()
                .sorted(Comparator.comparing(j -> -within[j])).limit(top).mapToInt(Integer::intValue).toArray();
            for (int rank = 0; rank < best.length; rank++) {
                ranks[best[rank]][batches[best[rank]]++] = rank;
            }
        }
        final var medians = IntStream.range(0, genes)
            .mapToDouble(j -> Statistics.median(Arrays.copyOf(ranks[j], batches[j]))).toArray();
        return new BatchRanking(medians, batches);
    }

    /** @return whether a gene is among the first so many by rank, then by number of batches, then by position */
    boolean[] first(final int count) {
        final var first = new boolean[medians.length];
        IntStream.range(0, medians.length).boxed() // NaN sorts last
            .sorted(Comparator.<Integer> comparingDouble(j -> medians[j]).thenComparing(j -> -batches[j]))
            .limit(count).forEach(j -> first[j] = true);
        return first;
    }
}
