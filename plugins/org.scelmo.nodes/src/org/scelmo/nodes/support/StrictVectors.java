package org.scelmo.nodes.support;

import org.knime.core.data.DataRow;
import org.scelmo.core.ScelmoException;

/** Reads a column of vectors of which each row must have one, whole and as long as the first. */
public final class StrictVectors {

    private final String m_name;

    private final VectorCells m_cells;

    private String m_first;

    private int m_dimensions;

    /**
     * @param name of the column
     * @param column its position
     */
    public StrictVectors(final String name, final int column) {
        m_name = name;
        m_cells = new VectorCells(new int[]{column}, true);
    }

    /** @return name of the column */
    public String name() {
        return m_name;
    }

    /** @return length of the vectors; 0 if no row was read */
    public int dimensions() {
        return m_dimensions;
    }

    /**
     * @param row a row of the table
     * @return its vector
     * @throws ScelmoException if it has none, a number of it is missing, NaN or infinite, or its length differs
     */
    public float[] of(final DataRow row) {
        final var id = row.getKey().getString();
        final var vector = m_cells.of(row);
        final int bad = vector == null ? 0 : VectorCells.firstNotFinite(vector);
        if (bad >= 0) {
            throw new ScelmoException(vector == null ? "Row '%s' has no vector in column '%s'.".formatted(id, m_name)
                : "Number %d of the vector in row '%s' and column '%s' is missing, NaN or infinite."
                    .formatted(bad + 1, id, m_name),
                "Filter out such rows before this node.", "Remove the column from the annotations in the dialog.");
        }
        if (m_first == null) {
            m_first = id;
            m_dimensions = vector.length;
        } else if (vector.length != m_dimensions) {
            throw VectorCells.uneven(id, vector.length, m_first, m_dimensions);
        }
        return vector;
    }
}
