package org.scelmo.core.matrix;

import org.scelmo.core.ScelmoException;

/** A matrix holds NaN or an infinity where only numbers make sense. */
public final class NonFiniteValueException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    private final long m_row;
    private final int m_column;

    /**
     * @param matrix which matrix, as the subject of a sentence, e.g. "The expression matrix X"
     * @param row zero-based row of the value
     * @param column zero-based column of the value
     * @param value NaN or an infinity
     */
    public NonFiniteValueException(final String matrix, final long row, final int column, final float value) {
        super("%s holds %s in row %d, column %d (counted from 0).".formatted(matrix, value, row, column),
            "Remove or replace values that are not finite, for example with numpy.nan_to_num, and save the data again.",
            "If the values come from a scaling or normalization step, exclude cells without counts before it.");
        m_row = row;
        m_column = column;
    }

    /** @return zero-based row of the value */
    public long row() {
        return m_row;
    }

    /** @return zero-based column of the value */
    public int column() {
        return m_column;
    }
}
