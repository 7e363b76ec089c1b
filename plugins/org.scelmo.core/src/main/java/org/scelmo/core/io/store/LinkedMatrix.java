package org.scelmo.core.io.store;

import java.io.IOException;

import org.scelmo.core.io.h5ad.MatrixInPlace;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/**
 * A matrix that is read from a file in place. The file is checked and opened with the first cursor and closed with the
 * last, so that it can be moved or deleted while nothing reads it.
 */
final class LinkedMatrix implements RowBlocks {

    private final StorePart m_part;
    private final String[] m_names;
    private MatrixInPlace m_file;
    private RowBlocks m_rows;
    private int m_cursors;

    /**
     * @param part a linked one
     * @param names of the rows, for messages
     */
    LinkedMatrix(final StorePart part, final String[] names) {
        m_part = part;
        m_names = names;
    }

    @Override
    public long rows() {
        return m_part.rows();
    }

    @Override
    public int columns() {
        return (int)m_part.columns();
    }

    @Override
    public long nnz() {
        return m_part.entries();
    }

    @Override
    public Cursor open(final long firstRow) throws IOException {
        final var rows = acquire();
        try {
            return new ClosingCursor(rows.open(firstRow));
        } catch (IOException | RuntimeException e) {
            release();
            throw e;
        }
    }

    private synchronized RowBlocks acquire() throws IOException {
        if (m_cursors == 0) {
            final var file = m_part.link().open();
            try {
                m_rows = file.rows(m_names);
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
            m_file = file;
        }
        m_cursors++;
        return m_rows;
    }

    private synchronized void release() throws IOException {
        m_cursors--;
        if (m_cursors == 0) {
            m_rows = null;
            m_file.close();
        }
    }

    private final class ClosingCursor implements Cursor {

        private final Cursor m_cursor;
        private boolean m_closed;

        ClosingCursor(final Cursor cursor) {
            m_cursor = cursor;
        }

        @Override
        public CsrMatrix next(final int maxRows) throws IOException {
            return m_cursor.next(maxRows);
        }

        @Override
        public void recycle(final CsrMatrix block) {
            m_cursor.recycle(block);
        }

        @Override
        public long position() {
            return m_cursor.position();
        }

        @Override
        public void close() throws IOException {
            if (!m_closed) {
                m_closed = true;
                m_cursor.close();
                release();
            }
        }
    }
}
