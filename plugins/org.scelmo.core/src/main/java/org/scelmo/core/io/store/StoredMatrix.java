package org.scelmo.core.io.store;

import java.io.IOException;

import org.scelmo.core.io.npy.NpyHeader;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.MatrixStructureException;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.SpareArrays;

/** A sparse matrix part, mapped when first read. */
final class StoredMatrix implements RowBlocks {

    private static final int MAX_ENTRIES = 4 << 20;

    private final PartFolder m_folder;
    private final StorePart m_part;
    private Maps m_maps;

    private record Maps(NpyMap offsets, NpyMap indices, NpyMap values) {
    }

    StoredMatrix(final PartFolder folder) {
        m_folder = folder;
        m_part = folder.part();
    }

    @Override
    public long rows() {
        return m_part.rows();
    }

    @Override
    public int columns() {
        return (int)m_part.columns();
    }

    @Override
    public long nnz() {
        return m_part.entries();
    }

    private synchronized Maps maps() throws IOException {
        if (m_maps == null) {
            m_maps = new Maps(m_folder.map("indptr.npy", NpyHeader.INT64, rows() + 1),
                m_folder.map("indices.npy", NpyHeader.INT32, nnz()),
                m_folder.map("data.npy", NpyHeader.FLOAT32, nnz()));
        }
        return m_maps;
    }

    @Override
    public Cursor open(final long firstRow) throws IOException {
        final var maps = maps();
        return new Cursor() {
            private final SpareArrays m_spare = new SpareArrays();
            private long m_next = firstRow;

            @Override
            public CsrMatrix next(final int maxRows) {
                if (m_next >= rows()) {
                    return null;
                }
                final var block = block(maps, m_next, maxRows, m_spare);
                m_next += block.rows();
                return block;
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
                // the mapping is shared
            }
        };
    }

    private CsrMatrix block(final Maps maps, final long first, final int maxRows, final SpareArrays spare) {
        final long begin = maps.offsets.longAt(first);
        int rows = 1;
        while (rows < maxRows && first + rows < rows()
            && maps.offsets.longAt(first + rows + 1) - begin <= MAX_ENTRIES) {
            rows++;
        }
        final var offsets = new long[rows + 1];
        maps.offsets.longs(first, offsets);
        final long count = offsets[rows] - begin;
        if (begin < 0 || count < 0 || offsets[rows] > nnz() || count > Integer.MAX_VALUE - 16) {
            throw new StoreException(null, m_part.name(), "its row offsets are damaged at row " + first);
        }
        for (int i = 0; i <= rows; i++) {
            offsets[i] -= begin;
        }
        final var indices = spare.indices((int)count);
        final var values = spare.values((int)count);
        maps.indices.ints(begin, indices, 0, (int)count);
        maps.values.floats(begin, values, 0, (int)count);
        try {
            return CsrMatrix.wrap(rows, columns(), offsets, indices, values).checkStructure();
        } catch (MatrixStructureException e) {
            throw new StoreException(e, m_part.name(), "it is damaged after row " + first);
        }
    }
}
