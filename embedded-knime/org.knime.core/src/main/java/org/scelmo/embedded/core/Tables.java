package org.scelmo.embedded.core;

import java.io.IOException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.scelmo.embedded.core.access.NodeAccess;

/** Makes tables outside of nodes, for tests and for whoever reads saved ones. */
public final class Tables {

    private Tables() {
    }

    /**
     * A context in which tables can be made; it has no file stores.
     *
     * @return a new context
     */
    public static ExecutionContext context() {
        return NodeAccess.INSTANCE.createContext(new DefaultNodeProgressMonitor(), name -> {
            throw new IOException("There are no file stores outside of a node (wanted: \"" + name + "\").");
        });
    }

    /**
     * A table of rows; its domain is that of the spec.
     *
     * @param spec its columns
     * @param rows its rows
     * @return the table
     */
    public static BufferedDataTable create(final DataTableSpec spec, final Iterable<? extends DataRow> rows) {
        final var container = context().createDataContainer(spec,
            DataContainerSettings.builder().withDomainUpdate(false).build());
        rows.forEach(container::addRowToTable);
        container.close();
        return container.getTable();
    }

    /**
     * A table of rows with the ids Row0, Row1...; its domain is computed.
     *
     * @param spec its columns
     * @param rows the cells of each row
     * @return the table
     */
    public static BufferedDataTable of(final DataTableSpec spec, final DataCell[]... rows) {
        final var container = context().createDataContainer(spec);
        for (var i = 0; i < rows.length; i++) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)i), rows[i]));
        }
        container.close();
        return container.getTable();
    }
}
