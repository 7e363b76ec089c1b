package org.knime.core.data.container;

import java.util.LinkedHashSet;
import java.util.Set;

import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.NominalValue;

/** Follows the rows of a table and knows the domains of its columns: bounds, and possible values where few. */
final class DomainTracker {

    private final DataTableSpec m_spec;

    private final boolean m_enabled;

    private final ColumnDomain[] m_columns;

    DomainTracker(final DataTableSpec spec, final DataContainerSettings settings) {
        m_spec = spec;
        m_enabled = settings.isEnableDomainUpdate();
        m_columns = spec.stream().map(c -> new ColumnDomain(c, settings)).toArray(ColumnDomain[]::new);
    }

    void update(final DataRow row) {
        if (m_enabled) {
            for (var c = 0; c < m_columns.length; c++) {
                m_columns[c].update(row.getCell(c));
            }
        }
    }

    DataTableSpec createSpec() {
        final var creator = new DataTableSpecCreator(m_spec).dropAllColumns();
        for (var c = 0; c < m_columns.length; c++) {
            final var column = new DataColumnSpecCreator(m_spec.getColumnSpec(c));
            if (m_enabled) {
                column.setDomain(m_columns[c].create());
            }
            creator.addColumns(column.createSpec());
        }
        return creator.createSpec();
    }

    private static final class ColumnDomain {

        private final int m_maxValues;

        private final boolean m_bounded;

        private final DataValueComparator m_order;

        private DataCell m_lower;

        private DataCell m_upper;

        private Set<DataCell> m_values;

        ColumnDomain(final DataColumnSpec column, final DataContainerSettings settings) {
            m_maxValues = settings.getMaxDomainValues();
            m_bounded = column.getType().isCompatible(BoundedValue.class);
            m_order = column.getType().getComparator();
            final var start = column.getDomain();
            if (column.getType().isCompatible(NominalValue.class)) {
                m_values = new LinkedHashSet<>();
            }
            if (settings.isInitializeDomain()) {
                m_lower = start.getLowerBound();
                m_upper = start.getUpperBound();
                if (m_values != null && start.hasValues()) {
                    m_values.addAll(start.getValues());
                }
            }
        }

        void update(final DataCell cell) {
            if (cell.isMissing()) {
                return;
            }
            if (m_values != null && m_values.add(cell) && m_values.size() > m_maxValues) {
                m_values = null;
            }
            if (m_bounded && !(cell instanceof DoubleValue number && Double.isNaN(number.getDoubleValue()))) {
                m_lower = m_lower == null || m_order.compare(cell, m_lower) < 0 ? cell : m_lower;
                m_upper = m_upper == null || m_order.compare(cell, m_upper) > 0 ? cell : m_upper;
            }
        }

        DataColumnDomain create() {
            return new DataColumnDomainCreator(m_values, m_lower, m_upper).createDomain();
        }
    }
}
