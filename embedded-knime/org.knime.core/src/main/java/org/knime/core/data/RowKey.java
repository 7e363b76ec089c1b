package org.knime.core.data;

import java.util.Objects;

/** The id of a row, unique in its table. */
public final class RowKey implements RowKeyValue {

    private final String m_id;

    public RowKey(final String id) {
        m_id = Objects.requireNonNull(id, "A row id must not be null.");
    }

    /**
     * The id KNIME gives to the row at an index.
     *
     * @param rowIndex the index, from 0
     * @return "Row" and the index
     */
    public static RowKey createRowKey(final long rowIndex) {
        return new RowKey("Row" + rowIndex);
    }

    @Override
    public String getString() {
        return m_id;
    }

    @Override
    public RowKey materializeRowKey() {
        return this;
    }

    @Override
    public String toString() {
        return m_id;
    }

    @Override
    public int hashCode() {
        return m_id.hashCode();
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof RowKey other && m_id.equals(other.m_id);
    }
}
