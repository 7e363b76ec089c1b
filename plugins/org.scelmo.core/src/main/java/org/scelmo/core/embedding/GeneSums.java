package org.scelmo.core.embedding;

import java.io.IOException;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.RowBlocks;

/** Expression per gene, summed over all cells. */
public final class GeneSums {

    private static final int BLOCK_ROWS = 1024;

    private GeneSums() {
    }

    /**
     * @param x expression, cells × genes; streamed once
     * @param progress told after each block
     * @return a sum per gene, accumulated in float64 in the order of the cells
     * @throws IOException if X cannot be read
     */
    public static double[] of(final RowBlocks x, final Progress progress) throws IOException {
        final var sums = new double[x.columns()];
        try (var cursor = x.open()) {
            for (var block = cursor.next(BLOCK_ROWS); block != null; block = cursor.next(BLOCK_ROWS)) {
                progress.checkCanceled();
                for (int e = block.begin(0), end = block.end(block.rows() - 1); e < end; e++) {
                    sums[block.indices()[e]] += block.values()[e];
                }
                cursor.recycle(block);
                final long done = cursor.position();
                progress.update((double)done / x.rows(), () -> "%,d of %,d cells".formatted(done, x.rows()));
            }
        }
        return sums;
    }
}
