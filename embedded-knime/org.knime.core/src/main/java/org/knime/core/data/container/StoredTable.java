package org.knime.core.data.container;

import java.util.concurrent.atomic.AtomicInteger;

import org.knime.core.data.DataTableSpec;
import org.scelmo.embedded.core.table.RowStore;

/** A table whose rows lie in a {@link RowStore}. */
final class StoredTable implements ContainerTable {

    private static final AtomicInteger LAST_ID = new AtomicInteger();

    private final int m_id = LAST_ID.incrementAndGet();

    private final DataTableSpec m_spec;

    private final RowStore m_rows;

    StoredTable(final DataTableSpec spec, final RowStore rows) {
        m_spec = spec;
        m_rows = rows;
    }

    @Override
    public int getTableId() {
        return m_id;
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return m_spec;
    }

    @Override
    public long size() {
        return m_rows.size();
    }

    @Override
    public CloseableRowIterator iterator() {
        return m_rows.iterator();
    }

    @Override
    public void clear() {
        m_rows.close();
    }
}
