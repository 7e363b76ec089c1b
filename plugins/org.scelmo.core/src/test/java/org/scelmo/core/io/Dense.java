package org.scelmo.core.io;

import java.io.IOException;

import org.scelmo.core.matrix.RowBlocks;

/** Small matrices with their zeros, for comparison. */
public final class Dense {

    private Dense() {
    }

    /** @return the whole matrix, streamed by blocks of a few rows, each checked */
    public static float[][] of(final RowBlocks rows) throws IOException {
        final var dense = new float[(int)rows.rows()][rows.columns()];
        try (var cursor = rows.open()) {
            for (var block = cursor.next(7); block != null; block = cursor.next(7)) {
                block.checkStructure();
                final int first = (int)cursor.position() - block.rows();
                for (int i = 0; i < block.rows(); i++) {
                    for (int e = block.begin(i); e < block.end(i); e++) {
                        dense[first + i][block.indices()[e]] = block.values()[e];
                    }
                }
            }
        }
        return dense;
    }

    /** @return sum of all numbers */
    public static double sum(final float[][] rows) {
        double sum = 0;
        for (final var row : rows) {
            for (final var value : row) {
                sum += value;
            }
        }
        return sum;
    }
}
