package org.scelmo.core.preprocess;

import org.scelmo.core.ScelmoException;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.MappedBlocks;
import org.scelmo.core.matrix.RowBlocks;

/** scanpy's {@code normalize_total} and {@code log1p} on the fly: nothing is held, every pass computes anew. */
public final class Normalization {

    private Normalization() {
    }

    /**
     * Scales each cell so that its values sum to the target; a cell without counts stays as it is.
     *
     * @param x expression, cells × genes
     * @param target sum of each cell afterwards, above 0
     * @return the scaled matrix, float32; its cursors throw {@link UnfitExpressionException} at a negative value and
     *         {@link org.scelmo.core.matrix.NonFiniteValueException} at NaN or an infinity
     */
    public static RowBlocks total(final RowBlocks x, final double target) {
        if (!(target > 0) || Double.isInfinite(target)) {
            throw new ScelmoException("The target sum %s is not a positive number.".formatted(target),
                "Enter a positive target sum, for example 10000.", "Check that some cell has counts.");
        }
        return new MappedBlocks(x, (row, block, local, out) -> {
            Values.checkNotNegative(row, block, local);
            final double sum = block.rowSum(local);
            final double factor = sum == 0 ? 1 : target / sum;
            for (int e = block.begin(local), end = block.end(local); e < end; e++) {
                out[e] = (float)(block.values()[e] * factor);
            }
        });
    }

    /**
     * @param x expression, cells × genes
     * @return log(1 + x), natural logarithm, float32; its cursors throw as those of {@link #total}
     */
    public static RowBlocks log1p(final RowBlocks x) {
        return new MappedBlocks(x, Normalization::log1p);
    }

    private static void log1p(final long row, final CsrMatrix block, final int local, final float[] out) {
        Values.checkNotNegative(row, block, local);
        final var log1p = new CostlyFunction(Math::log1p);
        for (int e = block.begin(local), end = block.end(local); e < end; e++) {
            out[e] = log1p.of(block.values()[e]);
        }
    }
}
