package org.scelmo.core.io.rows;

import java.io.IOException;

import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/** The rows of a matrix that lies in bands. */
record BandedRows(RowBands bands) implements RowBlocks {

    @Override
    public long rows() {
        return bands.rowCount();
    }

    @Override
    public int columns() {
        return bands.columns();
    }

    @Override
    public long nnz() {
        return bands.entries();
    }

    @Override
    public Cursor open(final long firstRow) {
        return new Cursor() {
            private int m_next = (int)firstRow;
            private CsrMatrix m_band;
            private int m_bandStart;

            @Override
            public CsrMatrix next(final int maxRows) throws IOException {
                if (m_next >= rows()) {
                    return null;
                }
                if (m_band == null || m_next >= m_bandStart + m_band.rows()) {
                    final int band = bands.bandOf(m_next);
                    m_bandStart = bands.firstRow(band);
                    m_band = bands.read(band);
                }
                final var block = rowsOf(m_band, m_next - m_bandStart, maxRows);
                m_next += block.rows();
                return block;
            }

            @Override
            public long position() {
                return m_next;
            }

            @Override
            public void close() {
                m_band = null;
            }
        };
    }

    private static CsrMatrix rowsOf(final CsrMatrix band, final int from, final int maxRows) throws IOException {
        try (var rows = RowBlocks.of(band).open(from)) {
            return rows.next(maxRows);
        }
    }
}
