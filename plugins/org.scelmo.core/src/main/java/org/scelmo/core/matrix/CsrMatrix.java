package org.scelmo.core.matrix;

/**
 * Compressed sparse rows: float32 values, int32 columns, int64 row offsets. Row {@code i} holds the entries
 * {@code offsets[i]} to {@code offsets[i + 1]}, columns ascending and without duplicates. Immutable by convention: the
 * arrays are shared, not copied. At most 2<sup>31</sup> − 9 entries; larger data flow as {@link RowBlocks}.
 */
public final class CsrMatrix {

    private final int m_rows;
    private final int m_columns;
    private final long[] m_offsets;
    private final int[] m_indices;
    private final float[] m_values;

    private CsrMatrix(final int rows, final int columns, final long[] offsets, final int[] indices,
        final float[] values) {
        m_rows = rows;
        m_columns = columns;
        m_offsets = offsets;
        m_indices = indices;
        m_values = values;
    }

    /**
     * Wraps arrays that are known to be right (see {@link #checkStructure()} for those that are not).
     *
     * @param rows number of rows
     * @param columns number of columns
     * @param offsets length at least rows + 1, starting at 0
     * @param indices column of each entry; may be longer than needed
     * @param values value of each entry; may be longer than needed
     * @return the matrix over these very arrays
     */
    public static CsrMatrix wrap(final int rows, final int columns, final long[] offsets, final int[] indices,
        final float[] values) {
        return new CsrMatrix(rows, columns, offsets, indices, values);
    }

    /**
     * @param dense rows of equal length; zeros are dropped, NaN kept
     * @return a copy in sparse form
     */
    public static CsrMatrix fromDense(final float[][] dense) {
        final int rows = dense.length;
        final int columns = rows == 0 ? 0 : dense[0].length;
        final var offsets = new long[rows + 1];
        int count = 0;
        for (final var row : dense) {
            for (final var v : row) {
                if (v != 0) {
                    count++;
                }
            }
        }
        final var indices = new int[count];
        final var values = new float[count];
        int n = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                if (dense[i][j] != 0) {
                    indices[n] = j;
                    values[n++] = dense[i][j];
                }
            }
            offsets[i + 1] = n;
        }
        return new CsrMatrix(rows, columns, offsets, indices, values);
    }

    /** @return number of rows */
    public int rows() {
        return m_rows;
    }

    /** @return number of columns */
    public int columns() {
        return m_columns;
    }

    /** @return number of stored entries */
    public long nnz() {
        return m_offsets[m_rows];
    }

    /** @return first entry of the row, as an index into {@link #indices()} and {@link #values()} */
    public int begin(final int row) {
        return (int)m_offsets[row];
    }

    /** @return one past the last entry of the row */
    public int end(final int row) {
        return (int)m_offsets[row + 1];
    }

    /** @return the array itself, length at least rows + 1 */
    public long[] offsets() {
        return m_offsets;
    }

    /** @return the array itself, length at least {@link #nnz()} */
    public int[] indices() {
        return m_indices;
    }

    /** @return the array itself, length at least {@link #nnz()} */
    public float[] values() {
        return m_values;
    }

    /** @return the sum of a row's entries, accumulated in float64 */
    public double rowSum(final int row) {
        double sum = 0;
        for (int e = begin(row), end = end(row); e < end; e++) {
            sum += m_values[e];
        }
        return sum;
    }

    /**
     * Verifies everything that kernels take for granted; O(nnz).
     *
     * @return this
     * @throws MatrixStructureException naming the first row that is wrong, and how
     */
    public CsrMatrix checkStructure() {
        if (m_rows < 0 || m_columns < 0 || m_offsets.length < m_rows + 1 || m_offsets[0] != 0) {
            throw new MatrixStructureException(
                "Row offsets must start at 0 and number one more than the %d rows; there are %d, the first is %s."
                    .formatted(m_rows, m_offsets.length, m_offsets.length == 0 ? "missing" : m_offsets[0]));
        }
        for (int i = 0; i < m_rows; i++) {
            if (m_offsets[i + 1] < m_offsets[i]) {
                throw new MatrixStructureException("Row offsets fall from %d to %d at row %d; they must never fall."
                    .formatted(m_offsets[i], m_offsets[i + 1], i));
            }
        }
        if (nnz() > Math.min(m_indices.length, m_values.length)) {
            throw new MatrixStructureException("The row offsets end at %d, but there are %d column indices and %d values."
                .formatted(nnz(), m_indices.length, m_values.length));
        }
        for (int i = 0; i < m_rows; i++) {
            int previous = -1;
            for (int e = begin(i), end = end(i); e < end; e++) {
                final int column = m_indices[e];
                if (column <= previous || column >= m_columns) {
                    throw new MatrixStructureException(
                        "Row %d has column index %d after %d; indices must rise and lie between 0 and %d."
                            .formatted(i, column, previous, m_columns - 1));
                }
                previous = column;
            }
        }
        return this;
    }
}
