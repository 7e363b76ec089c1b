package org.scelmo.core.io.overview;

import org.scelmo.core.io.h5ad.H5adSummary.Matrix;
import org.scelmo.core.io.h5ad.H5adSummary.Storage;

/** How much memory and time a matrix takes, from its size alone. */
final class ImportEstimate {

    /** A float32 value and an int32 column. */
    private static final int ENTRY_BYTES = 8;
    private static final int OFFSET_BYTES = 8;
    /** Measured: 100 M entries (800 MB) in 3.6 s into the store, with or without gzip, on two cores (benchmarks/). */
    private static final double BYTES_PER_SECOND = 220e6;
    /** A matrix by columns is turned first, through a temporary file: every entry is written and read once more. */
    private static final double TURNING = 2.5;

    private ImportEstimate() {
    }

    /** @return bytes of the matrix in memory, float32: sparse as compressed rows, dense with all its zeros */
    static long memory(final Matrix matrix) {
        return matrix.storage() == Storage.DENSE ? matrix.entries() * Float.BYTES
            : matrix.entries() * ENTRY_BYTES + (matrix.rows() + 1) * OFFSET_BYTES;
    }

    static double seconds(final Matrix matrix) {
        return memory(matrix) / BYTES_PER_SECOND * (matrix.storage() == Storage.CSC ? TURNING : 1);
    }
}
