package org.scelmo.core.matrix;

import java.io.IOException;
import java.util.Arrays;

/** Some rows and columns of a matrix, in their order, seen as a matrix: blocks are cut out as they pass by. */
public final class SelectedBlocks implements RowBlocks {

    private final RowBlocks m_source;
    private final int[] m_rows;
    private final int[] m_target;
    private final int m_columns;

    /**
     * @param source the whole matrix
     * @param rows which rows, ascending; not copied
     * @param columns which columns, ascending; not copied
     * @throws IllegalArgumentException if they do not ascend or are out of range
     */
    public SelectedBlocks(final RowBlocks source, final int[] rows, final int[] columns) {
        checkAscending("Row", rows, source.rows());
        checkAscending("Column", columns, source.columns());
        m_source = source;
        m_rows = rows;
        m_columns = columns.length;
        m_target = new int[source.columns()];
        Arrays.fill(m_target, -1);
        for (int j = 0; j < columns.length; j++) {
            m_target[columns[j]] = j;
        }
    }

    private static void checkAscending(final String what, final int[] selected, final long limit) {
        int previous = -1;
        for (final int i : selected) {
            if (i <= previous || i >= limit) {
                throw new IllegalArgumentException("%s %d is selected after %d; they must ascend and be below %d."
                    .formatted(what, i, previous, limit));
            }
            previous = i;
        }
    }

    @Override
    public long rows() {
        return m_rows.length;
    }

    @Override
    public int columns() {
        return m_columns;
    }

    @Override
    public long nnz() {
        return m_rows.length == m_source.rows() && m_columns == m_source.columns() ? m_source.nnz() : -1;
    }

    @Override
    public Cursor open(final long firstRow) throws IOException {
        final int first = Math.toIntExact(firstRow);
        final var source = m_source.open(first < m_rows.length ? m_rows[first] : m_source.rows());
        return new Cursor() {
            private int m_next = first;

            @Override
            public CsrMatrix next(final int maxRows) throws IOException {
                while (m_next < m_rows.length) {
                    final long begin = source.position();
                    final var block = source.next(maxRows);
                    if (block == null) {
                        throw new IOException("The matrix ends at row %d of %d.".formatted(begin, m_source.rows()));
                    }
                    int end = m_next;
                    while (end < m_rows.length && m_rows[end] < begin + block.rows()) {
                        end++;
                    }
                    if (end > m_next) {
                        final var cut = cut(block, begin, m_next, end);
                        m_next = end;
                        return cut;
                    }
                }
                return null;
            }

            @Override
            public long position() {
                return m_next;
            }

            @Override
            public void close() throws IOException {
                source.close();
            }
        };
    }

    private CsrMatrix cut(final CsrMatrix block, final long begin, final int from, final int to) {
        final var offsets = new long[to - from + 1];
        final var indices = new int[(int)block.nnz()];
        final var values = new float[(int)block.nnz()];
        int n = 0;
        for (int i = from; i < to; i++) {
            final int row = (int)(m_rows[i] - begin);
            for (int e = block.begin(row), end = block.end(row); e < end; e++) {
                final int column = m_target[block.indices()[e]];
                if (column >= 0) {
                    indices[n] = column;
                    values[n++] = block.values()[e];
                }
            }
            offsets[i - from + 1] = n;
        }
        return CsrMatrix.wrap(to - from, m_columns, offsets, indices, values);
    }
}
