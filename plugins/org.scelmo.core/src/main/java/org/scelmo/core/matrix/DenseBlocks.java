package org.scelmo.core.matrix;

import java.io.IOException;

/** A dense matrix seen as a stream of its rows: zeros are dropped, NaN are kept. */
public final class DenseBlocks implements RowBlocks {

    /** Of a block. */
    private static final int MAX_ENTRIES = 1 << 20;

    private final DenseMatrix m_matrix;

    /** @param matrix read a block at a time */
    public DenseBlocks(final DenseMatrix matrix) {
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
        return -1;
    }

    @Override
    public Cursor open(final long firstRow) {
        final int most = Math.max(1, MAX_ENTRIES / Math.max(1, columns()));
        return new Cursor() {
            private long m_next = firstRow;

            @Override
            public CsrMatrix next(final int maxRows) throws IOException {
                final int count = (int)Math.min(Math.min(maxRows, most), rows() - m_next);
                if (count <= 0) {
                    return null;
                }
                final var block = CsrMatrix.fromDense(m_matrix.copy(m_next, count));
                m_next += count;
                return block;
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

    /**
     * Writes the rows of a matrix, zeros included.
     *
     * @param x streamed once
     * @param sink takes the rows in order
     * @param check called once per block; what it throws ends the work
     * @throws IOException if they cannot be read or written
     */
    public static void write(final RowBlocks x, final RowSink sink, final Runnable check)
        throws IOException {
        final int most = Math.max(1, MAX_ENTRIES / Math.max(1, x.columns()));
        try (var cursor = x.open()) {
            for (var block = cursor.next(most); block != null; block = cursor.next(most)) {
                check.run();
                final var rows = new float[block.rows()][x.columns()];
                for (int i = 0; i < rows.length; i++) {
                    for (int e = block.begin(i), end = block.end(i); e < end; e++) {
                        rows[i][block.indices()[e]] = block.values()[e];
                    }
                }
                sink.append(rows, rows.length);
            }
        }
    }
}
