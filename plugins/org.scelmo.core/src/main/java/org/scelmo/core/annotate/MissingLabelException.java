package org.scelmo.core.annotate;

import org.scelmo.core.ScelmoException;

/** A cell whose label is needed has none. */
public final class MissingLabelException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    private final int m_row;

    /**
     * @param what which label, e.g. "reference"
     * @param row zero-based row of the cell
     */
    MissingLabelException(final String what, final int row) {
        super("The cell in row %d (counted from 0) has no %s label.".formatted(row, what),
            "Filter out cells without a label before this step.", "Choose a column that has a label for every cell.");
        m_row = row;
    }

    /** @return zero-based row of the cell */
    public int row() {
        return m_row;
    }
}
