package org.scelmo.core.matrix;

import java.io.IOException;

/** A matrix whose stored entries are computed, row by row, from those of another as they pass by; zeros stay zeros. */
public final class MappedBlocks implements RowBlocks {

    /** Computes the entries of one row. */
    @FunctionalInterface
    public interface RowMap {

        /**
         * @param row of the whole matrix, zero-based
         * @param block holds the row
         * @param local the row within the block
         * @param out receives the new values at the entries of the row, {@code block.begin(local)} and on
         */
        void map(long row, CsrMatrix block, int local, float[] out);
    }

    private final RowBlocks m_source;
    private final RowMap m_map;

    /**
     * @param source gives the entries
     * @param map computes; must be free of side effects, as several cursors may be open at once
     */
    public MappedBlocks(final RowBlocks source, final RowMap map) {
        m_source = source;
        m_map = map;
    }

    @Override
    public long rows() {
        return m_source.rows();
    }

    @Override
    public int columns() {
        return m_source.columns();
    }

    @Override
    public long nnz() {
        return m_source.nnz();
    }

    @Override
    public Cursor open(final long firstRow) throws IOException {
        return new ChangedBlocks(m_source.open(firstRow), this::mapped);
    }

    private CsrMatrix mapped(final CsrMatrix block, final long firstRow) {
        final var values = new float[(int)block.nnz()];
        for (int i = 0; i < block.rows(); i++) {
            m_map.map(firstRow + i, block, i, values);
        }
        return CsrMatrix.wrap(block.rows(), block.columns(), block.offsets(), block.indices(), values);
    }
}
