package org.scelmo.core.io.h5ad;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;

import org.scelmo.core.io.hdf5.RangeReader;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.SpareArrays;

/** A matrix stored as compressed sparse rows, streamed. */
record CsrRows(MatrixNode node, long[] offsets, String[] rowNames) implements RowBlocks {

    /** 4 M entries are 32 MB. */
    static final int MAX_ENTRIES = 4 << 20;

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
        return node.entries();
    }

    @Override
    public Cursor open(final long firstRow) throws IOException {
        return new RowCursor(firstRow, new RangeReader(node.indices()), new RangeReader(node.data()));
    }

    private final class RowCursor implements Cursor {

        private final RangeReader m_indices;
        private final RangeReader m_values;
        private final SpareArrays m_spare = new SpareArrays();
        private int m_next;

        RowCursor(final long firstRow, final RangeReader indices, final RangeReader values) {
            m_next = (int)firstRow;
            m_indices = indices;
            m_values = values;
        }

        @Override
        public CsrMatrix next(final int maxRows) throws IOException {
            if (m_next >= node.rows()) {
                return null;
            }
            final int from = m_next;
            int to = from + 1;
            while (to < node.rows() && to - from < maxRows && offsets[to + 1] - offsets[from] <= MAX_ENTRIES) {
                to++;
            }
            final int count = entries(from, to);
            final var indices = m_spare.indices(count);
            final var values = m_spare.values(count);
            final var pieces = new ArrayList<>(m_indices.ints(offsets[from], count, indices));
            pieces.addAll(m_values.floats(offsets[from], count, values));
            Together.read(pieces);
            final var local = Arrays.copyOfRange(offsets, from, to + 1);
            for (int i = 0; i < local.length; i++) {
                local[i] -= offsets[from];
            }
            m_next = to;
            return RowTidier.tidy(node, rowNames, from,
                CsrMatrix.wrap(to - from, node.columns(), local, indices, values));
        }

        private int entries(final int from, final int to) {
            final long count = offsets[to] - offsets[from];
            if (count > Math.max(MAX_ENTRIES, 2L * node.columns())) {
                throw new MalformedAnnDataException(node.file().path(), node.indptr().path(),
                    "row %d (cell '%s') holds %d entries, but there are only %d columns.".formatted(from,
                        rowNames[from], count, node.columns()),
                    "Remove the repeated entries, in Python: X.sum_duplicates().");
            }
            return (int)count;
        }

        @Override
        public void recycle(final CsrMatrix block) {
            m_spare.take(block);
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
