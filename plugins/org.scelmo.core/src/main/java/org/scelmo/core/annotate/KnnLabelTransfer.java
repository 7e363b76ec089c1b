package org.scelmo.core.annotate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

import org.scelmo.core.neighbors.Neighbors;

/**
 * Cell types from neighbors: each of a cell's k nearest reference cells has one vote, and the label with most votes
 * wins.
 *
 * @param tieRule who wins among equals
 * @param threshold smallest share of the votes that the winner needs, 0 to 1, else the cell is {@link #UNASSIGNED}; 0
 *            assigns all
 * @param ranks how many labels to keep in {@link Prediction#ranking()}, at least 1
 */
public record KnnLabelTransfer(TieRule tieRule, double threshold, int ranks) {

    /** Label of a cell whose best label has too few votes. */
    public static final String UNASSIGNED = "unassigned";

    public KnnLabelTransfer {
        if (!(threshold >= 0 && threshold <= 1) || ranks < 1) {
            throw new IllegalArgumentException(
                "The threshold (%s) must lie between 0 and 1 and ranks (%d) be positive.".formatted(threshold, ranks));
        }
    }

    /** scELMo's rule: nearest first, no threshold, the best three labels kept. */
    public KnnLabelTransfer() {
        this(TieRule.NEAREST_FIRST, 0, 3);
    }

    /**
     * @param neighbors neighbors of each query cell, nearest first, at least one each
     * @param labels label of each reference cell
     * @return a prediction per query cell; O(queries × k)
     * @throws MissingLabelException if any reference cell has no label (null)
     */
    public List<Prediction> predict(final Neighbors neighbors, final List<String> labels) {
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i) == null) {
                throw new MissingLabelException("reference", i);
            }
        }
        return Arrays.stream(neighbors.indices()).map(nearest -> vote(nearest, labels)).toList();
    }

    private Prediction vote(final int[] nearest, final List<String> labels) {
        // in order of first appearance, which a stable sort by votes keeps among equals
        final var counts = new LinkedHashMap<String, Integer>();
        for (final int index : nearest) {
            counts.merge(labels.get(index), 1, Integer::sum);
        }
        final var votes = new ArrayList<LabelVote>();
        counts.forEach((label, n) -> votes.add(new LabelVote(label, n, (double)n / nearest.length)));
        final var byVotes = Comparator.comparingInt(LabelVote::votes).reversed();
        votes.sort(tieRule == TieRule.ALPHABETICAL ? byVotes.thenComparing(LabelVote::label) : byVotes);
        final var best = votes.get(0);
        return new Prediction(best.share() < threshold ? UNASSIGNED : best.label(), best.share(),
            votes.subList(0, Math.min(ranks, votes.size())));
    }
}
