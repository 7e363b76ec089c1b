package org.scelmo.core.preprocess;

import java.io.IOException;
import java.util.Locale;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/** One pass over the rows of a matrix, in order. */
final class Rows {

    private static final int BLOCK = 1024;

    private Rows() {
    }

    /** Takes one row. */
    @FunctionalInterface
    interface Visitor {

        /**
         * @param row of the whole matrix, zero-based
         * @param block holds the row
         * @param local the row within the block
         */
        void visit(long row, CsrMatrix block, int local) throws IOException;
    }

    static void visit(final RowBlocks x, final Visitor visitor, final String what, final Progress progress)
        throws IOException {
        try (var cursor = x.open()) {
            long row = 0;
            for (var block = cursor.next(BLOCK); block != null; block = cursor.next(BLOCK)) {
                progress.checkCanceled();
                for (int i = 0; i < block.rows(); i++) {
                    visitor.visit(row++, block, i);
                }
                final long done = row;
                progress.update((double)row / x.rows(),
                    () -> String.format(Locale.ROOT, "%s: cell %,d of %,d", what, done, x.rows()));
            }
        }
    }
}
