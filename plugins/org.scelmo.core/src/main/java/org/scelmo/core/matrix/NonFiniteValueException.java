package org.scelmo.core.matrix;

import org.scelmo.core.ScelmoException;

/** A matrix holds NaN or an infinity where only numbers make sense. */
public final class NonFiniteValueException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    private final String m_matrix;
    private final long m_row;
    private final int m_column;
    private final float m_value;

    /**
     * @param matrix which matrix, as the subject of a sentence, e.g. "The expression matrix X"
     * @param row zero-based row of the value
     * @param column zero-based column of the value
     * @param value NaN or an infinity
     */
    public NonFiniteValueException(final String matrix, final long row, final int column, final float value) {
        this("%s holds %s in row %d, column %d (counted from 0).".formatted(matrix, value, row, column), matrix, row,
            column, value);
    }

    private NonFiniteValueException(final String message, final String matrix, final long row, final int column,
        final float value) {
        super(message,
            "Remove or replace values that are not finite, for example with numpy.nan_to_num, and save the data again.",
            "If the values come from a scaling or normalization step, exclude cells without counts before it.");
        m_matrix = matrix;
        m_row = row;
        m_column = column;
        m_value = value;
    }

    /**
     * @param rowName what the row is called, e.g. "cell 'AAAC-1'"
     * @param columnName what the column is called, e.g. "gene 'CD3D'"
     * @return the same, told by names instead of numbers
     */
    public NonFiniteValueException named(final String rowName, final String columnName) {
        final var named = new NonFiniteValueException(
            "%s holds %s in %s, %s.".formatted(m_matrix, m_value, rowName, columnName), m_matrix, m_row, m_column,
            m_value);
        named.initCause(this);
        return named;
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
