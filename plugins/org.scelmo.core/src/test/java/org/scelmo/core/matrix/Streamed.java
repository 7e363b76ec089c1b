package org.scelmo.core.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;

/** Reads matrices for tests. */
public final class Streamed {

    private Streamed() {
    }

    /** Reads all rows in blocks, checks these, and gives them back as nodes do. */
    public static float[][] dense(final RowBlocks matrix) throws IOException {
        return dense(matrix, 0, 1000);
    }

    /** Reads the rows from the first one in blocks of at most so many rows. */
    public static float[][] dense(final RowBlocks matrix, final long first, final int maxRows) throws IOException {
        final var dense = new float[(int)(matrix.rows() - first)][matrix.columns()];
        try (var cursor = matrix.open(first)) {
            int row = 0;
            for (var block = cursor.next(maxRows); block != null; block = cursor.next(maxRows)) {
                block.checkStructure();
                for (int i = 0; i < block.rows(); i++, row++) {
                    for (int e = block.begin(i); e < block.end(i); e++) {
                        dense[row][block.indices()[e]] = block.values()[e];
                    }
                }
                assertEquals(first + row, cursor.position());
                cursor.recycle(block);
            }
            assertEquals(dense.length, row);
        }
        return dense;
    }
}
