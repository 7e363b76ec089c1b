package org.knime.core.data.container;

import java.util.Iterator;

import org.knime.core.data.DataRow;

/** Rows in memory. */
final class PlainRowIterator extends CloseableRowIterator {

    private final Iterator<? extends DataRow> m_rows;

    PlainRowIterator(final Iterator<? extends DataRow> rows) {
        m_rows = rows;
    }

    @Override
    public boolean hasNext() {
        return m_rows.hasNext();
    }

    @Override
    public DataRow next() {
        return m_rows.next();
    }

    @Override
    public void close() {
        // nothing is open
    }
}
