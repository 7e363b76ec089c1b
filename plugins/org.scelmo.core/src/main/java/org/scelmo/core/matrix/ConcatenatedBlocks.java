package org.scelmo.core.matrix;

import java.io.IOException;
import java.util.List;

/**
 * Matrices of the same columns, one below the other, seen as one matrix while they stream; one of them is open at a
 * time.
 */
public final class ConcatenatedBlocks implements RowBlocks {

    private final List<RowBlocks> m_parts;

    /**
     * @param parts from above to below, at least one
     * @throws IllegalArgumentException if there is none, or they differ in their number of columns
     */
    public ConcatenatedBlocks(final List<RowBlocks> parts) {
        m_parts = List.copyOf(parts);
        if (m_parts.stream().mapToInt(RowBlocks::columns).distinct().count() != 1) {
            throw new IllegalArgumentException("The parts have %s columns; all must have the same number.".formatted(
                m_parts.stream().map(RowBlocks::columns).toList()));
        }
    }

    @Override
    public long rows() {
        return m_parts.stream().mapToLong(RowBlocks::rows).sum();
    }

    @Override
    public int columns() {
        return m_parts.get(0).columns();
    }

    @Override
    public long nnz() {
        return m_parts.stream().anyMatch(p -> p.nnz() < 0) ? -1 : m_parts.stream().mapToLong(RowBlocks::nnz).sum();
    }

    @Override
    public Cursor open(final long firstRow) throws IOException {
        int part = 0;
        long above = 0;
        while (part < m_parts.size() - 1 && firstRow >= above + m_parts.get(part).rows()) {
            above += m_parts.get(part++).rows();
        }
        return new PartCursor(part, above, m_parts.get(part).open(firstRow - above));
    }

    /** Goes from part to part. */
    private final class PartCursor implements Cursor {

        private int m_part;
        private long m_above;
        private Cursor m_cursor;
        private CsrMatrix m_last;

        PartCursor(final int part, final long above, final Cursor cursor) {
            m_part = part;
            m_above = above;
            m_cursor = cursor;
        }

        @Override
        public CsrMatrix next(final int maxRows) throws IOException {
            m_last = m_cursor.next(maxRows);
            while (m_last == null && m_part < m_parts.size() - 1) {
                m_cursor.close();
                m_above += m_parts.get(m_part++).rows();
                m_cursor = m_parts.get(m_part).open();
                m_last = m_cursor.next(maxRows);
            }
            return m_last;
        }

        /** A part must not be given blocks of another one. */
        @Override
        public void recycle(final CsrMatrix block) {
            if (block == m_last) {
                m_cursor.recycle(block);
                m_last = null;
            }
        }

        @Override
        public long position() {
            return m_above + m_cursor.position();
        }

        @Override
        public void close() throws IOException {
            m_cursor.close();
        }
    }
}
