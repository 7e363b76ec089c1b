package org.scelmo.core.matrix;

import java.io.IOException;
import java.util.Arrays;

/** Some columns of a matrix, in their order, seen as a matrix while it streams. */
public final class SelectedColumns implements RowBlocks {

    private final RowBlocks m_matrix;
    private final int m_columns;
    /** New column of each old one, −1 where it is left out. */
    private final int[] m_target;

    /**
     * @param matrix where the columns are
     * @param columns which ones, zero-based, ascending
     * @throws IllegalArgumentException if they do not ascend or one is out of range
     */
    public SelectedColumns(final RowBlocks matrix, final int[] columns) {
        m_matrix = matrix;
        m_columns = columns.length;
        m_target = new int[matrix.columns()];
        Arrays.fill(m_target, -1);
        int previous = -1;
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] <= previous || columns[i] >= m_target.length) {
                throw new IllegalArgumentException("Column %d is selected after %d; columns must ascend, up to %d."
                    .formatted(columns[i], previous, m_target.length - 1));
            }
            previous = columns[i];
            m_target[previous] = i;
        }
    }

    @Override
    public long rows() {
        return m_matrix.rows();
    }

    @Override
    public int columns() {
        return m_columns;
    }

    @Override
    public long nnz() {
        return m_columns == m_target.length ? m_matrix.nnz() : -1;
    }

    @Override
    public Cursor open(final long firstRow) throws IOException {
        return new ChangedBlocks(m_matrix.open(firstRow), (block, first) -> select(block));
    }

    private CsrMatrix select(final CsrMatrix block) {
        final var offsets = new long[block.rows() + 1];
        final var indices = new int[(int)block.nnz()];
        final var values = new float[indices.length];
        int n = 0;
        for (int row = 0; row < block.rows(); row++) {
            for (int e = block.begin(row), end = block.end(row); e < end; e++) {
                final int column = m_target[block.indices()[e]];
                if (column >= 0) {
                    indices[n] = column;
                    values[n++] = block.values()[e];
                }
            }
            offsets[row + 1] = n;
        }
        return CsrMatrix.wrap(block.rows(), m_columns, offsets, indices, values);
    }
}
