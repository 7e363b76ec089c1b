package org.knime.core.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** What is known about the values of a column: bounds, and possible values where there are few. */
public final class DataColumnDomain {

    private static final String CFG_LOWER = "lower_bound";

    private static final String CFG_UPPER = "upper_bound";

    private static final String CFG_VALUES = "possible_values";

    private final DataCell m_lower;

    private final DataCell m_upper;

    private final Set<DataCell> m_values;

    DataColumnDomain(final DataCell lower, final DataCell upper, final Set<? extends DataCell> values) {
        m_lower = lower;
        m_upper = upper;
        m_values = values == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    public DataCell getLowerBound() {
        return m_lower;
    }

    public DataCell getUpperBound() {
        return m_upper;
    }

    /** @return the possible values in order, null if they are not known */
    public Set<DataCell> getValues() {
        return m_values;
    }

    public boolean hasLowerBound() {
        return m_lower != null;
    }

    public boolean hasUpperBound() {
        return m_upper != null;
    }

    public boolean hasBounds() {
        return hasLowerBound() && hasUpperBound();
    }

    public boolean hasValues() {
        return m_values != null;
    }

    public void save(final ConfigWO config) {
        if (m_lower != null) {
            config.addDataCell(CFG_LOWER, m_lower);
        }
        if (m_upper != null) {
            config.addDataCell(CFG_UPPER, m_upper);
        }
        if (m_values != null) {
            config.addDataCellArray(CFG_VALUES, m_values.toArray(DataCell[]::new));
        }
    }

    public static DataColumnDomain load(final ConfigRO config) {
        final var values = config.getDataCellArray(CFG_VALUES, (DataCell[])null);
        return new DataColumnDomain(config.getDataCell(CFG_LOWER, null), config.getDataCell(CFG_UPPER, null),
            values == null ? null : new LinkedHashSet<>(Arrays.asList(values)));
    }

    @Override
    public String toString() {
        return "lower=" + m_lower + ",upper=" + m_upper + ",values=" + m_values;
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_lower, m_upper, m_values);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof DataColumnDomain other && Objects.equals(m_lower, other.m_lower)
            && Objects.equals(m_upper, other.m_upper) && Objects.equals(m_values, other.m_values);
    }
}
