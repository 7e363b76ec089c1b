package org.scelmo.core.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class ChangedBlocksTest {

    private static final CsrMatrix MATRIX =
        CsrMatrix.fromDense(new float[][]{{1, 0}, {0, 2}, {3, 0}, {0, 4}, {5, 0}});

    @Test
    void tellsWhereEachBlockBeginsAndHasNoMoreRowsThanAllowed() throws IOException {
        final List<Long> begins = new ArrayList<>();
        try (var cursor = new ChangedBlocks(RowBlocks.of(MATRIX).open(1), 2, (block, firstRow) -> {
            begins.add(firstRow);
            assertTrue(block.rows() <= 2);
            return block;
        })) {
            assertEquals(1, cursor.position());
            while (cursor.next(1000) != null) {
                assertTrue(cursor.position() <= MATRIX.rows());
            }
            assertEquals(MATRIX.rows(), cursor.position());
        }
        assertEquals(List.of(1L, 3L), begins);
    }

    @Test
    void changesNothingBehindTheEnd() throws IOException {
        try (var cursor = new ChangedBlocks(RowBlocks.of(MATRIX).open(MATRIX.rows()), (block, firstRow) -> {
            throw new AssertionError("There is no block to change.");
        })) {
            assertNull(cursor.next(1));
        }
    }

    @Test
    void givesWhatTheChangeMakes() throws IOException {
        final var doubled = new MappedBlocks(RowBlocks.of(MATRIX), (row, block, local, out) -> {
            for (int e = block.begin(local); e < block.end(local); e++) {
                out[e] = 2 * block.values()[e];
            }
        });
        try (var cursor = doubled.open(2)) {
            final var block = cursor.next(1);
            assertEquals(6, block.values()[0]);
            assertFalse(block.values() == MATRIX.values());
        }
    }
}
