package org.scelmo.core.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RemappedColumnsTest {

    /** Places drawn without repeat from as many as there are new columns; some columns go nowhere. */
    private static int[] places(final int columns, final int newColumns, final boolean ascending, final long seed) {
        final var random = new Random(seed);
        final var free = new ArrayList<Integer>();
        for (int i = 0; i < newColumns; i++) {
            free.add(i);
        }
        Collections.shuffle(free, random);
        final var places = new int[columns];
        for (int i = 0; i < columns; i++) {
            places[i] = free.isEmpty() || random.nextInt(4) == 0 ? -1 : free.remove(0);
        }
        if (ascending) {
            final var sorted = Arrays.stream(places).filter(p -> p >= 0).sorted().iterator();
            Arrays.setAll(places, i -> places[i] < 0 ? -1 : sorted.next());
        }
        return places;
    }

    @Property(tries = 300)
    void eachColumnIsFoundAtItsPlace(@ForAll @IntRange(max = 12) final int rows,
        @ForAll @IntRange(max = 12) final int columns, @ForAll @IntRange(max = 15) final int newColumns,
        @ForAll final boolean ascending, @ForAll final long seed, @ForAll @IntRange(min = 1, max = 5) final int maxRows)
        throws IOException {
        final var matrix = RowBlocks.of(RandomMatrices.sparse(rows, columns, 0.5, seed));
        final var places = places(columns, newColumns, ascending, seed);
        final var expected = new float[rows][newColumns];
        final var dense = Streamed.dense(matrix);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                if (places[j] >= 0) {
                    expected[i][places[j]] = dense[i][j];
                }
            }
        }
        assertArrayEquals(expected, Streamed.dense(RemappedColumns.of(matrix, places, newColumns), 0, maxRows));
    }

    @Test
    void storedZerosAndNaNStay() throws IOException {
        final var matrix = CsrMatrix.wrap(1, 3, new long[]{0, 3}, new int[]{0, 1, 2}, new float[]{Float.NaN, 0, 2});
        try (var cursor = RemappedColumns.of(RowBlocks.of(matrix), new int[]{2, 0, 1}, 3).open()) {
            final var block = cursor.next(1);
            assertArrayEquals(new int[]{0, 1, 2}, Arrays.copyOf(block.indices(), 3));
            assertArrayEquals(new float[]{0, 2, Float.NaN}, Arrays.copyOf(block.values(), 3));
        }
    }

    @Test
    void columnsThatStayNeedNoWork() {
        final var matrix = RowBlocks.of(RandomMatrices.sparse(2, 3, 1, 1));
        assertSame(matrix, RemappedColumns.of(matrix, new int[]{0, 1, 2}, 3));
    }

    @Test
    void placesThatDoNotExistOrAreTakenAreRefused() {
        final var matrix = RowBlocks.of(RandomMatrices.sparse(2, 2, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> RemappedColumns.of(matrix, new int[]{0, 2}, 2));
        assertThrows(IllegalArgumentException.class, () -> RemappedColumns.of(matrix, new int[]{1, 1}, 2));
        assertThrows(IllegalArgumentException.class, () -> RemappedColumns.of(matrix, new int[]{0}, 2));
        assertThrows(IllegalArgumentException.class, () -> RemappedColumns.of(matrix, new int[]{-2, 0}, 2));
    }
}
