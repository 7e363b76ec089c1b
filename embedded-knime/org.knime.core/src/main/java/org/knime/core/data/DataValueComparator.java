package org.knime.core.data;

import java.util.Comparator;

/** Compares cells; missing cells come first. */
public abstract class DataValueComparator implements Comparator<DataCell> {

    protected DataValueComparator() {
    }

    @Override
    public final int compare(final DataCell c1, final DataCell c2) {
        if (c1 == c2) {
            return 0;
        }
        if (c1.isMissing() || c2.isMissing()) {
            return Boolean.compare(c2.isMissing(), c1.isMissing());
        }
        return c1.equals(c2) ? 0 : compareDataValues(c1, c2);
    }

    /**
     * Compares two values, neither missing.
     *
     * @param v1 the one
     * @param v2 the other
     * @return negative, zero or positive as the first is less, equal or greater
     */
    protected abstract int compareDataValues(DataValue v1, DataValue v2);
}
