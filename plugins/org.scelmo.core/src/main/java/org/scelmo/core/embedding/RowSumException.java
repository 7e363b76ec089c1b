package org.scelmo.core.embedding;

import java.util.Locale;

import org.scelmo.core.ScelmoException;

/** A cell whose values do not sum to more than zero has no weighted average. */
public final class RowSumException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    private final long m_row;
    private final double m_sum;

    /**
     * @param row zero-based row of the cell
     * @param sum its sum, zero or less
     */
    public RowSumException(final long row, final double sum) {
        this("in row %d (counted from 0)".formatted(row), row, sum);
    }

    private RowSumException(final String cell, final long row, final double sum) {
        super(String.format(Locale.ROOT, "The values of the cell %s sum to %.4g; the weighted average (wa) divides by "
            + "the sum and needs it positive.", cell, sum),
            "Use counts or log-normalized expression, not scaled (z-scored) values.",
            "Use the arithmetic average (aa), which does not divide by the sum.");
        m_row = row;
        m_sum = sum;
    }

    /** @return the same, told by the name of the cell instead of its number */
    public RowSumException named(final String cell) {
        final var named = new RowSumException("'" + cell + "'", m_row, m_sum);
        named.initCause(this);
        return named;
    }

    /** @return zero-based row of the cell */
    public long row() {
        return m_row;
    }
}
