package org.scelmo.core.io.store;

import java.io.IOException;

import org.scelmo.core.io.npy.NpyHeader;
import org.scelmo.core.matrix.DenseMatrix;

/** A dense part, mapped when first read. */
final class StoredDense implements DenseMatrix {

    private final PartFolder m_folder;
    private NpyMap m_map;

    StoredDense(final PartFolder folder) {
        m_folder = folder;
    }

    @Override
    public long rows() {
        return m_folder.part().rows();
    }

    @Override
    public int columns() {
        return (int)m_folder.part().columns();
    }

    private synchronized NpyMap map() throws IOException {
        if (m_map == null) {
            m_map = m_folder.map("data.npy", NpyHeader.FLOAT32, rows(), columns());
        }
        return m_map;
    }

    @Override
    public void read(final long firstRow, final float[][] into) throws IOException {
        final var map = map();
        if (firstRow < 0 || into.length > rows() - firstRow) {
            throw new IndexOutOfBoundsException("rows %d to %d of %d".formatted(firstRow, firstRow + into.length,
                rows()));
        }
        for (int i = 0; i < into.length; i++) {
            map.floats((firstRow + i) * columns(), into[i], 0, columns());
        }
    }
}
