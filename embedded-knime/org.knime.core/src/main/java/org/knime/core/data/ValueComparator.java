package org.knime.core.data;

import java.util.Comparator;

/**
 * Compares cells as values of one kind.
 *
 * @param <V> the kind
 */
final class ValueComparator<V extends DataValue> extends DataValueComparator {

    private final Class<V> m_type;

    private final Comparator<V> m_order;

    ValueComparator(final Class<V> type, final Comparator<V> order) {
        m_type = type;
        m_order = order;
    }

    @Override
    protected int compareDataValues(final DataValue v1, final DataValue v2) {
        return m_order.compare(m_type.cast(v1), m_type.cast(v2));
    }
}
