package org.scelmo.core.insilico;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.scelmo.core.Progress;

/**
 * Deletes sets of genes, each at once, and compares each with random sets of as many genes that are expressed alike.
 * Intervals are those of bootstraps over cells.
 */
final class GeneSetDeletion {

    /** Genes of random sets that are deleted in one pass over X: 64 MB. */
    private static final long GENES_AT_ONCE = 16L << 20;

    private final Deletions m_deletions;
    private final MatchedGenes m_genes;
    private final int m_draws;
    private final Intervals m_intervals;

    GeneSetDeletion(final Deletions deletions, final MatchedGenes genes, final int draws,
        final Intervals intervals) {
        m_deletions = deletions;
        m_genes = genes;
        m_draws = draws;
        m_intervals = intervals;
    }

    /**
     * @param sets columns of X that have a vector, without duplicates, at least one per set
     * @param progress told as work goes on
     * @return a score per set, in their order
     * @throws IOException if X cannot be read
     */
    List<GeneSetScore> scores(final int[][] sets, final Progress progress) throws IOException {
        final double before = m_deletions.before();
        final var scores = new ArrayList<GeneSetScore>(sets.length);
        for (int from = 0; from < sets.length;) {
            final int to = end(sets, from);
            final var part = progress.part(0.7 * from / sets.length, 0.7 * to / sets.length);
            final var after = m_deletions.after(withRandomSets(sets, from, to), part);
            for (int s = from; s < to; s++) {
                final int at = (s - from) * (1 + m_draws);
                scores.add(judged(before, after[at], Arrays.copyOfRange(after, at + 1, at + 1 + m_draws)));
            }
            from = to;
        }
        final var intervals = m_intervals.of(sets, scores.stream().mapToDouble(GeneSetScore::score).toArray(),
            progress.part(0.7, 1));
        final var q = FalseDiscovery.adjust(scores.stream().mapToDouble(GeneSetScore::p).toArray());
        for (int s = 0; s < q.length; s++) {
            final var score = scores.get(s);
            scores.set(s, new GeneSetScore(score.after(), score.score(), intervals[s].low(), intervals[s].high(),
                score.p(), q[s], score.matched(), score.matchedMean()));
        }
        return scores;
    }

    /** One past the last set that is deleted together with those from {@code from} on. */
    private int end(final int[][] sets, final int from) {
        long genes = 0;
        int to = from;
        while (to < sets.length && (to == from || genes + sets[to].length * (1L + m_draws) <= GENES_AT_ONCE)) {
            genes += sets[to].length * (1L + m_draws);
            to++;
        }
        return to;
    }

    /** Each set, followed by its random ones. */
    private int[][] withRandomSets(final int[][] sets, final int from, final int to) {
        final var all = new int[(to - from) * (1 + m_draws)][];
        int n = 0;
        for (int s = from; s < to; s++) {
            all[n++] = sets[s];
            final var like = m_genes.like(sets[s]);
            for (int d = 0; d < m_draws; d++) {
                all[n++] = like.next();
            }
        }
        return all;
    }

    private static GeneSetScore judged(final double before, final double after, final double[] random) {
        final var compared = Compared.rank(after - before, Arrays.stream(random).map(a -> a - before).toArray());
        return new GeneSetScore(after, after - before, Double.NaN, Double.NaN, compared.p(), Double.NaN,
            compared.others(), compared.mean());
    }
}
