package org.knime.core.data.container;

import java.util.Objects;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;

/** Collects the rows of a table; checks each against the spec and computes the domain. */
public class DataContainer implements RowAppender, RowFlushable {

    private final TableWriter m_writer;

    public DataContainer(final DataTableSpec spec) {
        this(spec, DataContainerSettings.getDefault());
    }

    public DataContainer(final DataTableSpec spec, final boolean initDomain) {
        this(spec, DataContainerSettings.builder().withInitializedDomain(initDomain).build());
    }

    public DataContainer(final DataTableSpec spec, final DataContainerSettings settings) {
        m_writer = new TableWriter(Objects.requireNonNull(spec, "The spec must not be null."), settings);
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if it does not fit the spec
     * @throws org.knime.core.util.DuplicateKeyException if a row of that id was added before
     * @throws IllegalStateException if the container is closed
     */
    @Override
    public void addRowToTable(final DataRow row) {
        m_writer.add(row);
    }

    @Override
    public void flushRows() {
        // rows are never held back
    }

    public boolean isOpen() {
        return !m_writer.isClosed();
    }

    public boolean isClosed() {
        return m_writer.isClosed();
    }

    public void close() {
        m_writer.close();
    }

    public long size() {
        return m_writer.size();
    }

    /** @return the spec with the domain known so far */
    public DataTableSpec getTableSpec() {
        return m_writer.spec();
    }

    public DataTable getTable() {
        return m_writer.table();
    }

    public CloseableTable getCloseableTable() {
        return m_writer.table();
    }
}
