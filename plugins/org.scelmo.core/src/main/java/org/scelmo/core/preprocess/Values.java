package org.scelmo.core.preprocess;

import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;

/** What all steps demand of single values. */
final class Values {

    private static final String X = "The expression matrix X";

    private Values() {
    }

    /** @throws NonFiniteValueException if the row holds NaN or an infinity */
    static void checkFinite(final long row, final CsrMatrix block, final int local) {
        for (int e = block.begin(local), end = block.end(local); e < end; e++) {
            if (!Float.isFinite(block.values()[e])) {
                throw new NonFiniteValueException(X, row, block.indices()[e], block.values()[e]);
            }
        }
    }

    /**
     * @throws NonFiniteValueException if the row holds NaN or an infinity
     * @throws UnfitExpressionException if it holds a negative value
     */
    static void checkNotNegative(final long row, final CsrMatrix block, final int local) {
        checkFinite(row, block, local);
        for (int e = block.begin(local), end = block.end(local); e < end; e++) {
            if (block.values()[e] < 0) {
                throw UnfitExpressionException.negative(row, block.indices()[e], block.values()[e]);
            }
        }
    }

    static boolean isWhole(final float value) {
        return value == (float)Math.rint(value);
    }
}
