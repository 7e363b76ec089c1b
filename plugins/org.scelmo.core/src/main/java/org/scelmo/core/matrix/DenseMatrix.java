package org.scelmo.core.matrix;

import java.io.IOException;

/**
 * A row-major float32 matrix of any size, in memory or mapped from a file: embeddings (cells × dimensions). Thread-safe
 * for reading.
 */
public interface DenseMatrix {

    /** @return number of rows */
    long rows();

    /** @return number of columns */
    int columns();

    /**
     * Copies consecutive rows.
     *
     * @param firstRow first row to copy
     * @param into receives {@code into.length} rows; each array has at least {@link #columns()} elements
     * @throws IOException if the source cannot be read
     */
    void read(long firstRow, float[][] into) throws IOException;

    /**
     * @param firstRow first row
     * @param count number of rows
     * @return a copy of these rows
     * @throws IOException if the source cannot be read
     */
    default float[][] copy(final long firstRow, final int count) throws IOException {
        final var rows = new float[count][columns()];
        read(firstRow, rows);
        return rows;
    }

    /** @return the rows themselves as a matrix, not copied; columns as given, so that it may have no rows */
    static DenseMatrix of(final float[][] rows, final int columns) {
        return new InMemoryDense(rows, columns);
    }
}
