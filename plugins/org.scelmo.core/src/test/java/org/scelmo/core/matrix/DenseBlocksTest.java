package org.scelmo.core.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;

class DenseBlocksTest {

    /** 2,000 columns, so that a block has at most 524 rows. */
    private static final int COLUMNS = 2000;

    private static float[][] rows(final int count) {
        final var rows = new float[count][COLUMNS];
        for (int i = 0; i < count; i++) {
            rows[i][i % COLUMNS] = i + 1;
        }
        return rows;
    }

    @Test
    void streamsRowsInBlocksOfBoundedSize() throws IOException {
        final var blocks = new DenseBlocks(DenseMatrix.of(rows(1200), COLUMNS));
        try (var cursor = blocks.open(10)) {
            long row = 10;
            for (var block = cursor.next(4096); block != null; block = cursor.next(4096)) {
                for (int i = 0; i < block.rows(); i++, row++) {
                    assertEquals(1, block.end(i) - block.begin(i));
                    assertEquals(row + 1, block.values()[block.begin(i)]);
                }
                assertEquals(row, cursor.position());
                assertTrue(block.rows() <= 524, "rows: " + block.rows());
            }
            assertEquals(1200, row);
            assertNull(cursor.next(1));
        }
    }

    @Test
    void writesWhatItRead() throws IOException {
        final var rows = rows(700);
        final int[] next = {0};
        DenseBlocks.write(new DenseBlocks(DenseMatrix.of(rows, COLUMNS)), (block, count) -> {
            for (int i = 0; i < count; i++) {
                assertArrayEquals(rows[next[0]++], block[i]);
            }
        }, () -> { });
        assertEquals(700, next[0]);
    }
}
