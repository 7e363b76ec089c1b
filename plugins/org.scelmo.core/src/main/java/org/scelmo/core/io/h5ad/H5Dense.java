package org.scelmo.core.io.h5ad;

import java.io.IOException;

import org.scelmo.core.io.hdf5.Hdf5Dataset;
import org.scelmo.core.io.hdf5.RowReader;
import org.scelmo.core.matrix.DenseMatrix;

/** A dense array of numbers in the file, read when asked. */
final class H5Dense implements DenseMatrix {

    private final Hdf5Dataset m_data;
    private final long m_rows;
    private final int m_columns;
    private RowReader m_reader;

    H5Dense(final Hdf5Dataset data) {
        m_data = data;
        m_rows = data.shape()[0];
        m_columns = (int)data.shape()[1];
    }

    @Override
    public long rows() {
        return m_rows;
    }

    @Override
    public int columns() {
        return m_columns;
    }

    @Override
    public synchronized void read(final long firstRow, final float[][] into) throws IOException {
        if (m_reader == null) {
            m_reader = m_data.open();
        }
        final int band = m_reader.rowsAtOnce();
        final var numbers = new float[Math.multiplyExact(Math.min(band, into.length), m_columns)];
        for (int done = 0; done < into.length; done += band) {
            final int n = Math.min(band, into.length - done);
            m_reader.floats(firstRow + done, n, numbers, 0);
            for (int i = 0; i < n; i++) {
                System.arraycopy(numbers, i * m_columns, into[done + i], 0, m_columns);
            }
        }
    }
}
