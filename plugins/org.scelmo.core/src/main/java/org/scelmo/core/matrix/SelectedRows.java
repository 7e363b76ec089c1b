package org.scelmo.core.matrix;

import java.io.IOException;

/**
 * Some rows of a dense matrix, seen as a matrix; nothing is copied. Runs of consecutive rows are read at once.
 */
public final class SelectedRows implements DenseMatrix {

    private final DenseMatrix m_matrix;
    private final int[] m_rows;

    /**
     * @param matrix where the rows are
     * @param rows which ones, zero-based, in any order; not copied
     * @throws IllegalArgumentException if a row is out of range
     */
    public SelectedRows(final DenseMatrix matrix, final int[] rows) {
        for (final int row : rows) {
            if (row < 0 || row >= matrix.rows()) {
                throw new IllegalArgumentException(
                    "Row %d is selected, but the matrix has %d rows.".formatted(row, matrix.rows()));
            }
        }
        m_matrix = matrix;
        m_rows = rows;
    }

    @Override
    public long rows() {
        return m_rows.length;
    }

    @Override
    public int columns() {
        return m_matrix.columns();
    }

    @Override
    public void read(final long firstRow, final float[][] into) throws IOException {
        final int first = Math.toIntExact(firstRow);
        for (int i = 0; i < into.length;) {
            int run = 1;
            while (i + run < into.length && m_rows[first + i + run] == m_rows[first + i] + run) {
                run++;
            }
            final var rows = new float[run][];
            System.arraycopy(into, i, rows, 0, run);
            m_matrix.read(m_rows[first + i], rows);
            i += run;
        }
    }
}
