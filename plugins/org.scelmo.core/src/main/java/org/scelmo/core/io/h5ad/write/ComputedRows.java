package org.scelmo.core.io.h5ad.write;

import java.io.IOException;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.RowSink;

/**
 * An embedding of cells that is computed while it is written.
 *
 * @param columns length of each row
 * @param computation puts one row per cell, float32
 */
public record ComputedRows(int columns, Computation computation) {

    /** Computes the rows. */
    @FunctionalInterface
    public interface Computation {

        /**
         * @param sink takes the rows in order
         * @param progress to tell how far it is, and to ask whether to go on
         * @throws IOException if the input cannot be read, or the rows not be written
         */
        void writeTo(RowSink sink, Progress progress) throws IOException;
    }
}
