package org.scelmo.core.io.h5ad;

import java.io.IOException;

import org.scelmo.core.io.hdf5.RowReader;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/** A matrix stored with all its zeros, streamed as sparse rows. */
record DenseRows(MatrixNode node) implements RowBlocks {

    /** 4 M numbers are 16 MB. */
    private static final int MAX_NUMBERS = 4 << 20;

    @Override
    public long rows() {
        return node.rows();
    }

    @Override
    public int columns() {
        return node.columns();
    }

    @Override
    public long nnz() {
        return -1;
    }

    @Override
    public Cursor open(final long firstRow) throws IOException {
        final var reader = node.data().open();
        final int most = Math.max(1, Math.min(reader.rowsAtOnce(), MAX_NUMBERS / Math.max(1, node.columns())));
        return new RowCursor(firstRow, reader, most);
    }

    private final class RowCursor implements Cursor {

        private final RowReader m_reader;
        private final int m_most;
        private float[] m_numbers = new float[0];
        private long m_next;

        RowCursor(final long firstRow, final RowReader reader, final int most) {
            m_next = firstRow;
            m_reader = reader;
            m_most = most;
        }

        @Override
        public CsrMatrix next(final int maxRows) throws IOException {
            if (m_next >= node.rows()) {
                return null;
            }
            final int rows = (int)Math.min(Math.min(maxRows, m_most), node.rows() - m_next);
            final int count = Math.multiplyExact(rows, node.columns());
            if (m_numbers.length < count) {
                m_numbers = new float[count];
            }
            m_reader.floats(m_next, rows, m_numbers, 0);
            m_next += rows;
            return sparse(rows, count);
        }

        private CsrMatrix sparse(final int rows, final int count) {
            int entries = 0;
            for (int i = 0; i < count; i++) {
                entries += m_numbers[i] != 0 ? 1 : 0;
            }
            final var offsets = new long[rows + 1];
            final var indices = new int[entries];
            final var values = new float[entries];
            int n = 0;
            for (int row = 0, i = 0; row < rows; row++) {
                for (int column = 0; column < node.columns(); column++, i++) {
                    if (m_numbers[i] != 0) {
                        indices[n] = column;
                        values[n++] = m_numbers[i];
                    }
                }
                offsets[row + 1] = n;
            }
            return CsrMatrix.wrap(rows, node.columns(), offsets, indices, values);
        }

        @Override
        public long position() {
            return m_next;
        }

        @Override
        public void close() {
            // the file owns what must be closed
        }
    }
}
