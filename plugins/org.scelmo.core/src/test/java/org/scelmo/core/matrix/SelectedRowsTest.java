package org.scelmo.core.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;

import org.junit.jupiter.api.Test;

class SelectedRowsTest {

    private static final DenseMatrix MATRIX =
        DenseMatrix.of(new float[][]{{0, 1}, {10, 11}, {20, 21}, {30, 31}, {40, 41}}, 2);

    @Test
    void readsRowsInTheOrderOfTheSelection() throws IOException {
        final var rows = new SelectedRows(MATRIX, new int[]{4, 1, 2, 3, 1});

        assertEquals(5, rows.rows());
        assertEquals(2, rows.columns());
        assertArrayEquals(new float[][]{{40, 41}, {10, 11}, {20, 21}, {30, 31}, {10, 11}}, rows.copy(0, 5));
    }

    @Test
    void readsAPartThatBeginsWithinARun() throws IOException {
        final var rows = new SelectedRows(MATRIX, new int[]{0, 1, 2, 4});

        assertArrayEquals(new float[][]{{10, 11}, {20, 21}, {40, 41}}, rows.copy(1, 3));
    }

    @Test
    void mayBeEmpty() throws IOException {
        assertEquals(0, new SelectedRows(MATRIX, new int[0]).copy(0, 0).length);
    }

    @Test
    void refusesRowsOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> new SelectedRows(MATRIX, new int[]{0, 5}));
        assertThrows(IllegalArgumentException.class, () -> new SelectedRows(MATRIX, new int[]{-1}));
    }
}
