package org.scelmo.core.io.overview;

import java.io.IOException;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.SelectedBlocks;
import org.scelmo.core.preprocess.NormalizationCheck;
import org.scelmo.core.preprocess.UnfitExpressionException;

/** Tells from the first cells whether X holds counts. */
final class Judgement {

    private static final int MOST_ROWS = 1000;
    /** Dense rows hold their zeros: 4 M numbers are read at most. */
    private static final int MOST_NUMBERS = 4 << 20;

    private Judgement() {
    }

    /** @return a sentence or two; nothing is read but some first rows */
    static String of(final RowBlocks x) throws IOException {
        final int rows = (int)Math.min(x.rows(), Math.max(2, Math.min(MOST_ROWS, MOST_NUMBERS / Math.max(1,
            x.columns()))));
        final var first = "the first %d cells".formatted(rows);
        if (rows == 0 || x.columns() == 0) {
            return "X is empty.";
        }
        try {
            final var check = NormalizationCheck.of(new SelectedBlocks(x, IntStream.range(0, rows).toArray(),
                IntStream.range(0, x.columns()).toArray()), Progress.NONE);
            final var state = switch (check.state()) {
                case COUNTS -> "X looks like counts";
                case CORRECTED_COUNTS -> "X looks like corrected counts";
                case NORMALIZED -> "X looks normalized, without logarithm";
                case LOG_NORMALIZED -> "X looks log-normalized";
            };
            return "%s in %s. %s".formatted(state, first, check.reason());
        } catch (UnfitExpressionException e) { // NOSONAR the message says where, which nobody needs here
            return "X has negative values in %s: it looks scaled, and is neither counts nor log-normalized."
                .formatted(first);
        } catch (NonFiniteValueException e) { // NOSONAR as above
            return "X has values in %s that are not finite numbers.".formatted(first);
        }
    }
}
