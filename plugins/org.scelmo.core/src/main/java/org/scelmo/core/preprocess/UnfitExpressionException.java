package org.scelmo.core.preprocess;

import org.scelmo.core.ScelmoException;

/** Expression is not what a step of preprocessing needs: for example it holds negative values. */
public final class UnfitExpressionException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    UnfitExpressionException(final String message, final String... resolutions) {
        super(message, resolutions);
    }

    static UnfitExpressionException negative(final long row, final int column, final float value) {
        return new UnfitExpressionException(
            "The expression matrix X holds the negative value %s in row %d, column %d (counted from 0)."
                .formatted(value, row, column),
            "Use counts, for example raw or a layer, which the AnnData Reader can choose as X.",
            "Scaled (z-scored) data cannot be filtered or normalized.");
    }
}
