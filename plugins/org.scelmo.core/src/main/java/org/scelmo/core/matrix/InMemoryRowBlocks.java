package org.scelmo.core.matrix;

import java.util.Arrays;

/** A matrix that fits in memory, seen as a stream. */
final class InMemoryRowBlocks implements RowBlocks {

    private static final int MAX_ENTRIES = 4 << 20;

    private final CsrMatrix m_matrix;

    InMemoryRowBlocks(final CsrMatrix matrix) {
        m_matrix = matrix;
    }

    @Override
    public long rows() {
        return m_matrix.rows();
    }

    @Override
    public int columns() {
        return m_matrix.columns();
    }

    @Override
    public long nnz() {
        return m_matrix.nnz();
    }

    @Override
    public Cursor open(final long firstRow) {
        return new Cursor() {
            private int m_next = (int)firstRow;

            @Override
            public CsrMatrix next(final int maxRows) {
                if (m_next >= m_matrix.rows()) {
                    return null;
                }
                final int from = m_next;
                int to = from + 1;
                while (to < m_matrix.rows() && to - from < maxRows
                    && m_matrix.end(to) - m_matrix.begin(from) <= MAX_ENTRIES) {
                    to++;
                }
                m_next = to;
                return copy(from, to);
            }

            @Override
            public long position() {
                return m_next;
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    private CsrMatrix copy(final int from, final int to) {
        final int begin = m_matrix.begin(from);
        final int end = m_matrix.begin(to);
        final var offsets = new long[to - from + 1];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = m_matrix.offsets()[from + i] - begin;
        }
        return CsrMatrix.wrap(to - from, m_matrix.columns(), offsets,
            Arrays.copyOfRange(m_matrix.indices(), begin, end), Arrays.copyOfRange(m_matrix.values(), begin, end));
    }
}
