package org.scelmo.adaptor.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.scelmo.core.annotate.NumpySplit;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;

/**
 * The cells with a label, as rows of X.
 *
 * @param rows of X
 * @param labels class of each, an index into the classes
 * @param classes names in alphabetical order
 * @param warnings what the user should know
 */
record LabelledCells(int[] rows, int[] labels, List<String> classes, List<String> warnings) {

    static LabelledCells of(final TrainingData data) {
        final var counts = new TreeMap<String, Integer>();
        data.labels().stream().filter(l -> l != null).forEach(l -> counts.merge(l, 1, Integer::sum));
        if (counts.size() < 2) {
            throw new TrainingException(counts.isEmpty() ? "No cell has a label."
                : "All labelled cells are '%s'; training needs at least two classes.".formatted(counts.firstKey()),
                "Choose another column of labels.");
        }
        final var classes = List.copyOf(counts.keySet());
        final var rows = IntStream.range(0, data.labels().size()).filter(i -> data.labels().get(i) != null).toArray();
        checkFinite(data.cells(), rows);
        final var labels = IntStream.of(rows)
            .map(i -> Collections.binarySearch(classes, data.labels().get(i))).toArray();
        final var warnings = new ArrayList<String>();
        if (rows.length < data.labels().size()) {
            warnings.add("%d of %d cells have no label and were left out.".formatted(data.labels().size() - rows.length,
                data.labels().size()));
        }
        counts.forEach((name, n) -> {
            if (n == 1) {
                warnings.add("Only one cell is '%s': it cannot be both learned and checked.".formatted(name));
            }
        });
        return new LabelledCells(rows, labels, classes, List.copyOf(warnings));
    }

    private static void checkFinite(final CsrMatrix cells, final int[] rows) {
        for (final int row : rows) {
            for (int e = cells.begin(row), end = cells.end(row); e < end; e++) {
                if (!Float.isFinite(cells.values()[e])) {
                    throw new NonFiniteValueException("The expression matrix X", row, cells.indices()[e],
                        cells.values()[e]);
                }
            }
        }
    }

    /** @return the authors' split, of indices into these cells; nothing to test with if nothing is validated */
    NumpySplit split(final TrainingParameters parameters) {
        if (!parameters.selection().validates()) {
            return new NumpySplit(IntStream.range(0, rows.length).toArray(), new int[0]);
        }
        if (rows.length < 3 || Math.ceil(parameters.validationShare() * rows.length) > rows.length - 2) {
            throw new TrainingException(
                "Of %d labelled cells, a share of %s for validation leaves fewer than two to learn from."
                    .formatted(rows.length, parameters.validationShare()),
                "Use more cells, or a smaller share for validation.");
        }
        return NumpySplit.of(rows.length, parameters.validationShare(), parameters.validationSeed());
    }
}
