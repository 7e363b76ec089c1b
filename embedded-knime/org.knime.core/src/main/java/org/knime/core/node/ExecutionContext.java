package org.knime.core.node;

import java.io.IOException;

import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.filestore.FileStore;
import org.scelmo.embedded.core.access.RearrangeAccess;
import org.scelmo.embedded.core.filestore.FileStoreSource;

/** What a node needs while it runs: progress, cancel, new tables and file stores. */
public class ExecutionContext extends ExecutionMonitor {

    private final FileStoreSource m_stores;

    ExecutionContext(final NodeProgressMonitor progress, final FileStoreSource stores) {
        super(progress);
        m_stores = stores;
    }

    /**
     * A place for a file or folder that belongs to the outputs of the node.
     *
     * @param name its name, unique in this execution; without slashes, not starting with a dot
     * @return the store; its file does not exist yet
     * @throws IOException if there is no place
     */
    public FileStore createFileStore(final String name) throws IOException {
        return m_stores.createFileStore(name);
    }

    public BufferedDataContainer createDataContainer(final DataTableSpec spec) {
        return createDataContainer(spec, DataContainerSettings.getDefault());
    }

    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final boolean initDomain) {
        return createDataContainer(spec, DataContainerSettings.builder().withInitializedDomain(initDomain).build());
    }

    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final DataContainerSettings settings) {
        return new BufferedDataContainer(spec, settings);
    }

    public BufferedDataTable createVoidTable(final DataTableSpec spec) {
        final var container = createDataContainer(spec);
        container.close();
        return container.getTable();
    }

    public BufferedDataTable createBufferedDataTable(final DataTable table, final ExecutionMonitor subProgress)
        throws CanceledExecutionException {
        if (table instanceof BufferedDataTable buffered) {
            return buffered;
        }
        final var container = createDataContainer(table.getDataTableSpec(), true);
        for (final var row : table) {
            subProgress.checkCanceled();
            container.addRowToTable(row);
        }
        container.close();
        return container.getTable();
    }

    public BufferedDataTable createColumnRearrangeTable(final BufferedDataTable in, final ColumnRearranger rearranger,
        final ExecutionMonitor subProgressMon) throws CanceledExecutionException {
        final var container = createDataContainer(rearranger.createSpec(), true);
        RearrangeAccess.INSTANCE.rearrange(rearranger, in, container, subProgressMon);
        container.close();
        return container.getTable();
    }

    /** A table of the same rows under another spec. */
    public BufferedDataTable createSpecReplacerTable(final BufferedDataTable in, final DataTableSpec newSpec) {
        if (in.getDataTableSpec().getNumColumns() != newSpec.getNumColumns()) {
            throw new IllegalArgumentException("The number of columns differs: " + in.getDataTableSpec().getNumColumns()
                + " vs. " + newSpec.getNumColumns());
        }
        return new BufferedDataTable(in.rows(), newSpec);
    }

    public BufferedDataTable createWrappedTable(final BufferedDataTable table) {
        return new BufferedDataTable(table.rows(), table.getDataTableSpec());
    }

    /** Gives a table up that is no longer needed. */
    public void clearTable(final BufferedDataTable table) {
        table.rows().clear();
    }

    public ExecutionContext createSubExecutionContext(final double maxProg) {
        return new ExecutionContext(createSubProgress(maxProg).getProgressMonitor(), m_stores);
    }

    public ExecutionContext createSilentSubExecutionContext(final double maxProg) {
        return new ExecutionContext(createSilentSubProgress(maxProg).getProgressMonitor(), m_stores);
    }
}
