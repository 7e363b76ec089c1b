package org.scelmo.core.io.h5ad;

import java.io.IOException;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/**
 * A matrix stored as compressed sparse columns, streamed as rows. It is turned once, before the first row, in memory if
 * it is small, else through a temporary file: see {@link Transposition}.
 */
final class CscRows implements RowBlocks {

    /** A band takes up to 200 MB while it is turned. */
    private static final int BAND_ENTRIES = 8 << 20;

    private final MatrixNode m_node;
    private final long[] m_offsets;
    private final int m_bandEntries;
    private final OpenFiles m_openFiles;
    private Transposition m_turned;

    CscRows(final MatrixNode node, final long[] offsets, final OpenFiles openFiles) {
        this(node, offsets, openFiles, BAND_ENTRIES);
    }

    CscRows(final MatrixNode node, final long[] offsets, final OpenFiles openFiles, final int bandEntries) {
        m_bandEntries = bandEntries;
        m_node = node;
        m_offsets = offsets;
        m_openFiles = openFiles;
    }

    @Override
    public long rows() {
        return m_node.rows();
    }

    @Override
    public int columns() {
        return m_node.columns();
    }

    @Override
    public long nnz() {
        return m_node.entries();
    }

    /** Does now what the first cursor would have to wait for. */
    synchronized Transposition turn(final Progress progress) throws IOException {
        if (m_turned == null) {
            m_turned = Transposition.of(m_node, m_offsets, m_bandEntries, m_openFiles, progress);
        }
        return m_turned;
    }

    @Override
    public Cursor open(final long firstRow) throws IOException {
        final var turned = turn(Progress.NONE);
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
                    final int band = turned.bandOf(m_next);
                    m_bandStart = turned.firstRow(band);
                    m_band = turned.read(band);
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
