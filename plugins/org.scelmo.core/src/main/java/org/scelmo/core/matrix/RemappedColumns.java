package org.scelmo.core.matrix;

import java.io.IOException;
import java.util.BitSet;

/**
 * A matrix whose columns go to other places, or are left out, as it streams; places that no column goes to are empty.
 */
public final class RemappedColumns implements RowBlocks {

    private final RowBlocks m_matrix;
    private final int[] m_target;
    private final int m_columns;
    private final boolean m_ascending;

    private RemappedColumns(final RowBlocks matrix, final int[] target, final int columns, final boolean ascending) {
        m_matrix = matrix;
        m_target = target;
        m_columns = columns;
        m_ascending = ascending;
    }

    /**
     * @param matrix where the columns are
     * @param target new place of each of its columns, or −1 to leave it out; not copied
     * @param columns new number of columns
     * @return the matrix with columns in these places; itself if all stay where they are
     * @throws IllegalArgumentException if a place does not exist, is taken twice, or the number of places is wrong
     */
    public static RowBlocks of(final RowBlocks matrix, final int[] target, final int columns) {
        final var taken = new BitSet(columns);
        boolean ascending = true;
        int previous = -1;
        for (final int place : target) {
            if (place < -1 || place >= columns || place >= 0 && taken.get(place)) {
                throw new IllegalArgumentException("A column goes to place %d, which is taken or none of 0 to %d."
                    .formatted(place, columns - 1));
            }
            if (place >= 0) {
                taken.set(place);
                ascending &= place > previous;
                previous = place;
            }
        }
        if (target.length != matrix.columns()) {
            throw new IllegalArgumentException("There are places for %d columns, but the matrix has %d."
                .formatted(target.length, matrix.columns()));
        }
        final boolean same = ascending && columns == target.length && taken.cardinality() == columns;
        return same ? matrix : new RemappedColumns(matrix, target, columns, ascending);
    }

    @Override
    public long rows() {
        return m_matrix.rows();
    }

    @Override
    public int columns() {
        return m_columns;
    }

    @Override
    public long nnz() {
        return -1;
    }

    @Override
    public Cursor open(final long firstRow) throws IOException {
        final var cursor = m_matrix.open(firstRow);
        final RowMover mover = m_ascending ? this::move : new Sorter();
        return new Cursor() {
            private final SpareArrays m_spare = new SpareArrays();

            @Override
            public CsrMatrix next(final int maxRows) throws IOException {
                final var block = cursor.next(maxRows);
                if (block == null) {
                    return null;
                }
                final var moved = RemappedColumns.this.moved(block, mover, m_spare);
                cursor.recycle(block);
                return moved;
            }

            @Override
            public void recycle(final CsrMatrix block) {
                m_spare.take(block);
            }

            @Override
            public long position() {
                return cursor.position();
            }

            @Override
            public void close() throws IOException {
                cursor.close();
            }
        };
    }

    private CsrMatrix moved(final CsrMatrix block, final RowMover mover, final SpareArrays spare) {
        final var offsets = new long[block.rows() + 1];
        final var indices = spare.indices((int)block.nnz());
        final var values = spare.values((int)block.nnz());
        int n = 0;
        for (int row = 0; row < block.rows(); row++) {
            n = mover.move(block, row, indices, values, n);
            offsets[row + 1] = n;
        }
        return CsrMatrix.wrap(block.rows(), m_columns, offsets, indices, values);
    }

    /** Places that ascend keep the order of the entries. */
    private int move(final CsrMatrix block, final int row, final int[] indices, final float[] values,
        final int first) {
        int n = first;
        for (int e = block.begin(row), end = block.end(row); e < end; e++) {
            final int place = m_target[block.indices()[e]];
            if (place >= 0) {
                indices[n] = place;
                values[n++] = block.values()[e];
            }
        }
        return n;
    }

    /** Moves the entries of a row. */
    @FunctionalInterface
    private interface RowMover {

        /** @return where the entries of the next row begin */
        int move(CsrMatrix block, int row, int[] indices, float[] values, int first);
    }

    /** Puts entries whose order changes into a full row, and takes them out in the order of their new places. */
    private final class Sorter implements RowMover {

        private final float[] m_row = new float[m_columns];
        private final BitSet m_stored = new BitSet(m_columns);

        @Override
        public int move(final CsrMatrix block, final int row, final int[] indices, final float[] values,
            final int first) {
            m_stored.clear();
            for (int e = block.begin(row), end = block.end(row); e < end; e++) {
                final int place = m_target[block.indices()[e]];
                if (place >= 0) {
                    m_row[place] = block.values()[e];
                    m_stored.set(place);
                }
            }
            int n = first;
            for (int place = m_stored.nextSetBit(0); place >= 0; place = m_stored.nextSetBit(place + 1)) {
                indices[n] = place;
                values[n++] = m_row[place];
            }
            return n;
        }
    }
}
