package org.scelmo.core.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectedBlocksTest {

    private static final float[][] DENSE = {{1, 0, 2, 3}, {0, 4, 0, 5}, {6, 7, 8, 9}, {0, 0, 0, 0}, {0, 1, 1, 0}};

    private static RowBlocks selected(final int[] rows, final int[] columns) {
        return new SelectedBlocks(RowBlocks.of(CsrMatrix.fromDense(DENSE)), rows, columns);
    }

    private static float[][] dense(final RowBlocks matrix, final long first, final int maxRows) throws IOException {
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
            }
            assertEquals(dense.length, row);
        }
        return dense;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void givesTheChosenRowsAndColumnsInBlocksOfAnySize(final int maxRows) throws IOException {
        final var cut = selected(new int[]{0, 2, 4}, new int[]{1, 2});
        assertArrayEquals(new float[][]{{0, 2}, {7, 8}, {1, 1}}, dense(cut, 0, maxRows));
        assertArrayEquals(new float[][]{{1, 1}}, dense(cut, 2, maxRows));
    }

    @Test
    void mayBeEmpty() throws IOException {
        try (var cursor = selected(new int[0], new int[]{0}).open()) {
            assertNull(cursor.next(10));
        }
        assertArrayEquals(new float[5][0], dense(selected(new int[]{0, 1, 2, 3, 4}, new int[0]), 0, 2));
    }

    @Test
    void refusesPositionsThatDoNotAscendOrDoNotExist() {
        final var none = new int[0];
        assertThrows(IllegalArgumentException.class, () -> selected(new int[]{2, 1}, none));
        assertThrows(IllegalArgumentException.class, () -> selected(new int[]{5}, none));
        assertThrows(IllegalArgumentException.class, () -> selected(none, new int[]{-1}));
        assertThrows(IllegalArgumentException.class, () -> selected(none, new int[]{3, 3}));
    }
}
