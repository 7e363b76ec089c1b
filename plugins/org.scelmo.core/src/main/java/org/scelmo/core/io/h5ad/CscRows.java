package org.scelmo.core.io.h5ad;

import java.io.IOException;

import org.scelmo.core.Progress;
import org.scelmo.core.io.rows.RowBands;
import org.scelmo.core.io.rows.TemporaryFiles;
import org.scelmo.core.matrix.RowBlocks;

/**
 * A matrix stored as compressed sparse columns, streamed as rows. It is turned once, before the first row, in memory if
 * it is small, else through a temporary file: see {@link RowBands}.
 */
final class CscRows implements RowBlocks {

    private final MatrixNode m_node;
    private final long[] m_offsets;
    private final int m_bandEntries;
    private final TemporaryFiles m_files;
    private RowBlocks m_turned;

    CscRows(final MatrixNode node, final long[] offsets, final TemporaryFiles files) {
        this(node, offsets, files, RowBands.BAND_ENTRIES);
    }

    CscRows(final MatrixNode node, final long[] offsets, final TemporaryFiles files, final int bandEntries) {
        m_bandEntries = bandEntries;
        m_node = node;
        m_offsets = offsets;
        m_files = files;
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
    synchronized RowBlocks turn(final Progress progress) throws IOException {
        if (m_turned == null) {
            m_turned = Transposition.of(m_node, m_offsets, m_bandEntries, m_files, progress);
        }
        return m_turned;
    }

    @Override
    public Cursor open(final long firstRow) throws IOException {
        return turn(Progress.NONE).open(firstRow);
    }
}
