package org.scelmo.nodes.analysis.markers;

import java.io.IOException;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.SelectedBlocks;
import org.scelmo.core.preprocess.NormalizationCheck;
import org.scelmo.core.preprocess.UnfitExpressionException;
import org.scelmo.nodes.support.Warnings;

/** Warns of expression that is not log-normalized: markers of counts are those of the cells with most counts. */
final class ExpressionLook {

    private static final int CELLS = 200;

    private ExpressionLook() {
    }

    static void warn(final RowBlocks x, final Warnings warnings) throws IOException {
        final var first = IntStream.range(0, (int)Math.min(CELLS, x.rows())).toArray();
        final var genes = IntStream.range(0, x.columns()).toArray();
        try {
            final var look = NormalizationCheck.of(new SelectedBlocks(x, first, genes), Progress.NONE);
            if (look.state() != NormalizationCheck.State.LOG_NORMALIZED) {
                warnings.add("Log-normalized expression is expected, but this looks like %s. %s Put Normalize Counts "
                    + "before this node.", look.isNormalized() ? "no logarithm" : "counts", look.reason());
            }
        } catch (final UnfitExpressionException e) { // NOSONAR negative values are told as what they mean here
            warnings.add("There are negative values, as of scaled data: fold changes have no meaning and may be "
                + "missing. Use the expression before Scale Genes.");
        }
    }
}
