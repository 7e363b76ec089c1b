package org.scelmo.nodes.annotation.scorer;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultView.ViewInput;
import org.scelmo.nodes.view.ViewPage;

/**
 * What the page shows.
 *
 * @param message shown instead; null if there are scores
 * @param classes scores per class
 * @param labels rows and columns of the confusion matrix
 * @param confusion numbers of cells by true label (rows) and predicted label
 */
record ScorerView(String message, List<Score> classes, List<String> labels, List<long[]> confusion) {

    /** How well a class was found. */
    record Score(String label, double precision, double recall, double f1, long cells, long predicted) {
    }

    static ScorerView of(final ViewInput input) {
        final var kept = input.getInternalPortObjects();
        if (kept == null) {
            return empty(ViewPage.EXECUTE_AGAIN);
        }
        final List<Score> classes = new ArrayList<>();
        ((BufferedDataTable)kept[0]).forEach(row -> classes.add(score(row)));
        final List<String> labels = new ArrayList<>();
        final List<long[]> confusion = new ArrayList<>();
        for (final var row : (BufferedDataTable)kept[1]) {
            labels.add(row.getKey().getString());
            confusion.add(row.stream().mapToLong(cell -> ((LongValue)cell).getLongValue()).toArray());
        }
        return labels.isEmpty() ? empty("No row has both a true and a predicted label.")
            : new ScorerView(null, classes, labels, confusion);
    }

    private static ScorerView empty(final String message) {
        return new ScorerView(message, List.of(), List.of(), List.of());
    }

    private static Score score(final DataRow row) {
        return new Score(row.getKey().getString(), real(row, 0), real(row, 1), real(row, 2), whole(row, 3),
            whole(row, 4));
    }

    private static double real(final DataRow row, final int column) {
        return ((DoubleValue)row.getCell(column)).getDoubleValue();
    }

    private static long whole(final DataRow row, final int column) {
        return ((LongValue)row.getCell(column)).getLongValue();
    }
}
