package org.scelmo.nodes.support;

import java.io.IOException;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.SelectedBlocks;
import org.scelmo.core.preprocess.NormalizationCheck;
import org.scelmo.core.preprocess.UnfitExpressionException;

/** Warns who forgot to normalize: results from counts look right and are not. */
public final class RawCounts {

    private static final int CELLS = 200;
    /** Panels of proteins, which are used as they are, have fewer. */
    private static final int GENES = 1000;

    private RawCounts() {
    }

    /**
     * @param x expression, of which the first cells are looked at
     * @param warnings told if they are whole numbers, and of more genes than any panel of proteins has
     * @throws IOException if X cannot be read
     */
    public static void warn(final RowBlocks x, final Warnings warnings) throws IOException {
        if (x.columns() < GENES || x.rows() == 0) {
            return;
        }
        final var first = IntStream.range(0, (int)Math.min(CELLS, x.rows())).toArray();
        try {
            final var check = NormalizationCheck.of(
                new SelectedBlocks(x, first, IntStream.range(0, x.columns()).toArray()), Progress.NONE);
            if (check.state() == NormalizationCheck.State.COUNTS) {
                warnings.add("X looks like counts, but log-normalized values are expected: otherwise a cell's few "
                    + "strongest genes decide. Put a Normalize Counts node before this one.");
            }
        } catch (final UnfitExpressionException | NonFiniteValueException e) { // NOSONAR negative values are no counts
            return; // and the node itself names the cell and the gene of a NaN
        }
    }
}
