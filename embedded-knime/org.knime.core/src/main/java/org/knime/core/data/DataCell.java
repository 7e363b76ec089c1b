package org.knime.core.data;

import java.io.Serializable;

/** The immutable content of one field of a table. */
public abstract class DataCell implements DataValue, Serializable {

    private static final long serialVersionUID = 1;

    public DataCell() {
        // nothing to do
    }

    public final DataType getType() {
        return DataType.typeOf(this);
    }

    public boolean isMissing() {
        return false;
    }

    @Override
    public DataCell materializeDataCell() {
        return this;
    }

    @Override
    public abstract String toString();

    @Override
    public abstract int hashCode();

    @Override
    public final boolean equals(final Object o) {
        if (this == o) {
            return true;
        }
        if (!(o instanceof DataCell other)) {
            return false;
        }
        if (getClass() == other.getClass()) {
            return equalsDataCell(other);
        }
        return !isMissing() && !other.isMissing() && (equalContent(other) || other.equalContent(this));
    }

    /**
     * Compares with a cell of the same class.
     *
     * @param dc the other cell, never null
     * @return true if both hold the same
     */
    protected abstract boolean equalsDataCell(DataCell dc);

    /**
     * Compares with a cell of another class.
     *
     * @param otherValue the other cell
     * @return true if both mean the same
     */
    protected boolean equalContent(final DataValue otherValue) {
        return false;
    }
}
