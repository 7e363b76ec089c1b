package org.scelmo.embedded.core.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.NoSuchElementException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.scelmo.embedded.core.io.CellInput;

/** Walks over rows in a file; holds the store, so that its file stays while rows are read. */
final class FileRows extends CloseableRowIterator {

    private final RowStore m_store;

    private final CellInput m_in;

    private long m_read;

    private boolean m_closed;

    FileRows(final RowStore store) {
        m_store = store;
        try {
            m_in = new CellInput(Files.newInputStream(store.file()));
        } catch (final IOException e) {
            throw new UncheckedIOException("The rows of the table cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean hasNext() {
        if (m_read == m_store.size()) {
            close();
        }
        return !m_closed;
    }

    @Override
    public DataRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The last row has been read.");
        }
        try {
            final var key = m_in.readUTF();
            final var cells = new DataCell[m_store.columns()];
            for (var i = 0; i < cells.length; i++) {
                cells[i] = m_in.readDataCell();
            }
            m_read++;
            return new DefaultRow(key, cells);
        } catch (final IOException e) {
            throw new UncheckedIOException("The rows of the table cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (m_closed) {
            return;
        }
        m_closed = true;
        try {
            m_in.close();
        } catch (final IOException e) {
            throw new UncheckedIOException("The rows of the table cannot be closed: " + e.getMessage(), e);
        }
    }
}
