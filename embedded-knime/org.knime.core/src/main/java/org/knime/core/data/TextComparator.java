package org.knime.core.data;

/** Compares cells by their text: the order of values without an order of their own. */
final class TextComparator extends DataValueComparator {

    @Override
    protected int compareDataValues(final DataValue v1, final DataValue v2) {
        return v1.toString().compareTo(v2.toString());
    }
}
