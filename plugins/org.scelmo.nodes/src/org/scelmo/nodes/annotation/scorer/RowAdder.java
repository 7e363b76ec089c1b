package org.scelmo.nodes.annotation.scorer;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Fills a small table row by row. */
final class RowAdder {

    private final BufferedDataContainer m_container;

    RowAdder(final DataTableSpec spec, final ExecutionContext exec) {
        m_container = exec.createDataContainer(spec);
    }

    void add(final String id, final DataCell... cells) {
        m_container.addRowToTable(new DefaultRow(id, cells));
    }

    BufferedDataTable table() {
        m_container.close();
        return m_container.getTable();
    }
}
