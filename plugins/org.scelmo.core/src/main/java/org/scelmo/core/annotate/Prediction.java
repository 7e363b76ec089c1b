package org.scelmo.core.annotate;

import java.util.List;
import java.util.Optional;

/**
 * The label predicted for one cell.
 *
 * @param label the winner, or {@link KnnLabelTransfer#UNASSIGNED} if its share is below the threshold
 * @param confidence the winner's share of the votes, 0 to 1, also if unassigned
 * @param ranking the labels with most votes, best first, at least one and at most as many as asked for
 */
public record Prediction(String label, double confidence, List<LabelVote> ranking) {

    public Prediction {
        ranking = List.copyOf(ranking);
    }

    /** @return the runner-up; empty if all neighbors agree or only one rank was asked for */
    public Optional<LabelVote> second() {
        return ranking.size() > 1 ? Optional.of(ranking.get(1)) : Optional.empty();
    }
}
