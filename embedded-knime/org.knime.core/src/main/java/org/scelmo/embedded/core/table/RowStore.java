package org.scelmo.embedded.core.table;

import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.util.List;

import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.scelmo.embedded.core.io.TempFiles;

/** The rows of a table, in memory or in a temporary file that goes with the store. */
public final class RowStore implements AutoCloseable {

    private static final Cleaner CLEANER = Cleaner.create();

    private final List<DataRow> m_rows;

    private final Path m_file;

    private final long m_size;

    private final int m_columns;

    private final Cleaner.Cleanable m_cleanable;

    private boolean m_closed;

    private RowStore(final List<DataRow> rows, final Path file, final long size, final int columns) {
        m_rows = rows;
        m_file = file;
        m_size = size;
        m_columns = columns;
        m_cleanable = file == null ? null : CLEANER.register(this, () -> TempFiles.delete(file));
    }

    static RowStore inMemory(final List<DataRow> rows) {
        return new RowStore(rows, null, rows.size(), 0);
    }

    static RowStore inFile(final Path file, final long size, final int columns) {
        return new RowStore(null, file, size, columns);
    }

    /** @return the number of rows */
    public long size() {
        return m_size;
    }

    /** @return whether the rows lie in a file */
    public boolean isInFile() {
        return m_file != null;
    }

    /** @return a walk over the rows */
    public CloseableRowIterator iterator() {
        if (m_closed) {
            throw new IllegalStateException("The table has been cleared.");
        }
        return m_file == null ? CloseableRowIterator.from(m_rows.iterator()) : new FileRows(this);
    }

    Path file() {
        return m_file;
    }

    int columns() {
        return m_columns;
    }

    /** Gives the rows up and deletes their file. */
    @Override
    public void close() {
        m_closed = true;
        if (m_cleanable != null) {
            m_cleanable.clean();
        }
    }
}
