package org.scelmo.core.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.scelmo.core.neighbors.Neighbors;

class KnnLabelTransferTest {

    private static final Neighbors FIVE = new Neighbors(new int[][]{{0, 1, 2, 3, 4}}, new double[1][5]);

    @Test
    void theTiedLabelOfTheNearestWinsByDefault() {
        final var labels = List.of("T", "B", "B", "T", "NK");
        assertEquals("T", predict(new KnnLabelTransfer(), labels).label());
        assertEquals("B", predict(new KnnLabelTransfer(TieRule.ALPHABETICAL, 0, 3), labels).label());
    }

    @Test
    void votesBeatNearness() {
        final var labels = List.of("T", "T", "B", "B", "B");
        for (final var rule : TieRule.values()) {
            final var prediction = predict(new KnnLabelTransfer(rule, 0, 3), labels);
            assertEquals("B", prediction.label());
            assertEquals(3 / 5.0, prediction.confidence());
        }
    }

    @Test
    void ranksTheLabelsAndKeepsAsManyAsWanted() {
        final var labels = List.of("T", "B", "NK", "B", "NK");
        final var all = predict(new KnnLabelTransfer(), labels);
        assertEquals(List.of(new LabelVote("B", 2, 0.4), new LabelVote("NK", 2, 0.4), new LabelVote("T", 1, 0.2)),
            all.ranking());
        assertEquals(Optional.of(new LabelVote("NK", 2, 0.4)), all.second());
        final var one = predict(new KnnLabelTransfer(TieRule.NEAREST_FIRST, 0, 1), labels);
        assertEquals(List.of(new LabelVote("B", 2, 0.4)), one.ranking());
        assertEquals(Optional.empty(), one.second());
    }

    @Test
    void tooFewVotesLeaveTheCellUnassignedButRanked() {
        final var labels = List.of("T", "T", "T", "B", "NK");
        assertEquals("T", predict(new KnnLabelTransfer(TieRule.NEAREST_FIRST, 0.6, 3), labels).label());
        final var below = predict(new KnnLabelTransfer(TieRule.NEAREST_FIRST, 0.61, 3), labels);
        assertEquals(KnnLabelTransfer.UNASSIGNED, below.label());
        assertEquals(0.6, below.confidence());
        assertEquals("T", below.ranking().get(0).label());
    }

    @Test
    void refusesAReferenceCellWithoutLabelAndNamesIt() {
        final var e = assertThrows(MissingLabelException.class,
            () -> predict(new KnnLabelTransfer(), Arrays.asList("T", "B", null, "B", "T")));
        assertEquals(2, e.row());
        assertEquals("The cell in row 2 (counted from 0) has no reference label.", e.getMessage());
    }

    @Test
    void refusesOptionsOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> new KnnLabelTransfer(TieRule.NEAREST_FIRST, 1.1, 3));
        assertThrows(IllegalArgumentException.class, () -> new KnnLabelTransfer(TieRule.NEAREST_FIRST, Double.NaN, 3));
        assertThrows(IllegalArgumentException.class, () -> new KnnLabelTransfer(TieRule.NEAREST_FIRST, 0, 0));
    }

    private static Prediction predict(final KnnLabelTransfer transfer, final List<String> labels) {
        return transfer.predict(FIVE, labels).get(0);
    }
}
