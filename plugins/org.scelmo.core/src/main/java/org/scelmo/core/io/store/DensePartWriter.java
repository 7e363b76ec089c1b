package org.scelmo.core.io.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

import org.scelmo.core.Progress;
import org.scelmo.core.io.npy.NpyHeader;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowSink;

/**
 * Takes the rows of a dense part. Call {@link #finish()} after the last; closing without that removes what was written.
 */
public final class DensePartWriter implements RowSink, Closeable {

    private static final String DATA = "data.npy";
    /** A million numbers are 4 MB. */
    private static final int PIECE = 1 << 20;

    private final Path m_folder;
    private final String m_name;
    private final int m_columns;
    private final NpyWriter m_out;
    private long m_rows;
    private boolean m_finished;

    DensePartWriter(final Path folder, final String name, final int columns) throws IOException {
        m_folder = folder;
        m_name = name;
        m_columns = columns;
        StoreWriter.create(folder);
        m_out = new NpyWriter(folder.resolve(DATA), NpyHeader.FLOAT32);
    }

    static void write(final Path folder, final String name, final DenseMatrix matrix, final Progress progress)
        throws IOException {
        final int most = Math.max(1, PIECE / Math.max(1, matrix.columns()));
        try (var out = new NpyWriter(folder.resolve(DATA), NpyHeader.FLOAT32)) {
            for (long row = 0; row < matrix.rows(); row += most) {
                progress.checkCanceled();
                for (final var vector : matrix.copy(row, (int)Math.min(most, matrix.rows() - row))) {
                    out.floats(vector, 0, matrix.columns());
                }
                final long done = row;
                progress.update((double)row / matrix.rows(),
                    () -> "Writing %s: row %,d of %,d".formatted(name, done, matrix.rows()));
            }
            out.finish(matrix.rows(), matrix.columns());
        }
    }

    @Override
    public void append(final float[][] rows, final int count) throws IOException {
        m_rows += StoreWriter.tellingIfFull(m_folder, () -> {
            for (int i = 0; i < count; i++) {
                m_out.floats(rows[i], 0, m_columns);
            }
            return count;
        });
    }

    /** @return what was written */
    public StorePart finish() throws IOException {
        final var sum = StoreWriter.tellingIfFull(m_folder, () -> {
            m_out.finish(m_rows, m_columns);
            m_out.close();
            return Checksum.of(m_folder);
        });
        m_finished = true;
        return new StorePart(m_name, StorePart.Kind.DENSE, m_rows, m_columns, -1, sum.bytes(), sum.sum());
    }

    @Override
    public void close() throws IOException {
        m_out.close();
        if (!m_finished) {
            final var unfinished = new IOException("The rows of '%s' were not finished.".formatted(m_name));
            StoreWriter.remove(m_folder, unfinished);
            if (unfinished.getSuppressed().length > 0) {
                throw unfinished;
            }
        }
    }
}
