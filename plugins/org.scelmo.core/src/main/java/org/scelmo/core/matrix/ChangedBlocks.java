package org.scelmo.core.matrix;

import java.io.IOException;

/** A cursor over the blocks of another, each changed as it passes by. */
public final class ChangedBlocks implements RowBlocks.Cursor {

    /** Makes a block of another with as many rows. */
    @FunctionalInterface
    public interface Change {

        /**
         * @param block stays as it is
         * @param firstRow its first row in the whole matrix, zero-based
         * @return the changed block
         */
        CsrMatrix of(CsrMatrix block, long firstRow);
    }

    private final RowBlocks.Cursor m_source;
    private final int m_mostRows;
    private final Change m_change;

    /**
     * @param source gives the blocks; closed with this cursor
     * @param change called once a block
     */
    public ChangedBlocks(final RowBlocks.Cursor source, final Change change) {
        this(source, Integer.MAX_VALUE, change);
    }

    /**
     * @param source gives the blocks; closed with this cursor
     * @param mostRows of a block, whatever is asked for, at least 1: changed blocks may take more memory
     * @param change called once a block
     */
    public ChangedBlocks(final RowBlocks.Cursor source, final int mostRows, final Change change) {
        m_source = source;
        m_mostRows = mostRows;
        m_change = change;
    }

    @Override
    public CsrMatrix next(final int maxRows) throws IOException {
        final long firstRow = m_source.position();
        final var block = m_source.next(Math.min(maxRows, m_mostRows));
        return block == null ? null : m_change.of(block, firstRow);
    }

    @Override
    public long position() {
        return m_source.position();
    }

    @Override
    public void close() throws IOException {
        m_source.close();
    }
}
