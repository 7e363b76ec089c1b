package org.scelmo.core.matrix;

import java.io.Closeable;
import java.io.IOException;

/**
 * A matrix of any size as a stream of blocks of consecutive rows: how expression data flow through every operation, so
 * that nothing needs the whole matrix in memory. Dense sources deliver sparse blocks too (zeros dropped, NaN kept).
 * Thread-safe: several cursors may be open at once.
 */
public interface RowBlocks {

    /** @return number of rows (cells) */
    long rows();

    /** @return number of columns (genes) */
    int columns();

    /** @return number of stored entries, or −1 if not known without reading */
    long nnz();

    /**
     * @param firstRow row at which the first block begins
     * @return a cursor over the rows from there to the end
     * @throws IOException if the source cannot be read
     */
    Cursor open(long firstRow) throws IOException;

    /** @return a cursor over all rows */
    default Cursor open() throws IOException {
        return open(0);
    }

    /** Delivers one block after the other; not thread-safe. */
    interface Cursor extends Closeable {

        /**
         * Reads the next block. Its size is the source's choice, at most {@code maxRows} rows and at most some tens of
         * megabytes (a single row excepted). The block stays valid after later calls, until it is given back.
         *
         * @param maxRows at least 1
         * @return the block, or null at the end
         * @throws IOException if the source cannot be read
         * @throws org.scelmo.core.ScelmoException if the data are malformed
         */
        CsrMatrix next(int maxRows) throws IOException;

        /**
         * Gives a block back that {@link #next} of this cursor returned and that nobody looks at any more, so that its
         * arrays can be filled again. Nobody has to; a source that has no use for them ignores it.
         */
        default void recycle(final CsrMatrix block) {
            // most blocks share their arrays with others
        }

        /** @return row of the whole matrix at which the block that {@link #next} returns next begins */
        long position();
    }

    /** @return the matrix as a stream of its rows; no copy of the values */
    static RowBlocks of(final CsrMatrix matrix) {
        return new InMemoryRowBlocks(matrix);
    }
}
