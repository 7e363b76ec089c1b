package org.scelmo.core.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.scelmo.core.io.Dense;

class SelectedColumnsTest {

    private static final RowBlocks MATRIX =
        RowBlocks.of(CsrMatrix.fromDense(new float[][]{{1, 0, 2, 3}, {0, 4, 0, 0}, {5, 6, 7, 8}}));

    @Test
    void keepsTheseColumnsOnly() throws IOException {
        final var selected = new SelectedColumns(MATRIX, new int[]{0, 3});
        assertEquals(2, selected.columns());
        assertEquals(3, selected.rows());
        assertEquals(-1, selected.nnz());
        assertArrayEquals(new float[][]{{1, 3}, {0, 0}, {5, 8}}, Dense.of(selected));
    }

    @Test
    void beginsWhereAsked() throws IOException {
        try (var cursor = new SelectedColumns(MATRIX, new int[]{1}).open(2)) {
            assertEquals(2, cursor.position());
            assertEquals(6, cursor.next(5).values()[0]);
        }
    }

    @Test
    void refusesColumnsThatDoNotAscendOrAreNotThere() {
        assertThrows(IllegalArgumentException.class, () -> new SelectedColumns(MATRIX, new int[]{1, 1}));
        assertThrows(IllegalArgumentException.class, () -> new SelectedColumns(MATRIX, new int[]{4}));
    }
}
