package org.knime.core.data;

/** A missing cell, perhaps with the reason why. */
public final class MissingCell extends DataCell implements MissingValue {

    static final MissingCell INSTANCE = new MissingCell(null);

    private static final long serialVersionUID = 1;

    private final String m_error;

    public MissingCell(final String error) {
        m_error = error;
    }

    @Override
    public String getError() {
        return m_error;
    }

    @Override
    public boolean isMissing() {
        return true;
    }

    @Override
    public String toString() {
        return "?";
    }

    @Override
    public int hashCode() {
        return MissingCell.class.hashCode();
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return true;
    }
}
