package org.scelmo.core.genes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.Random;

import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MergedColumnsTest {

    @Property(tries = 300)
    void equalsTheDenseSum(@ForAll @IntRange(max = 20) final int rows,
        @ForAll @IntRange(min = 1, max = 12) final int columns,
        @ForAll @IntRange(min = 1, max = 12) final int merged, @ForAll final long seed) throws IOException {
        final var random = new Random(seed);
        final var targets = random.ints(columns, -1, merged).toArray();
        final var source = new float[rows][columns];
        final var expected = new float[rows][merged];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                source[i][j] = random.nextInt(3); // whole numbers: sums are exact
                if (targets[j] >= 0) {
                    expected[i][targets[j]] += source[i][j];
                }
            }
        }
        final var matrix = new MergedColumns(RowBlocks.of(CsrMatrix.fromDense(source)), targets, merged);
        assertEquals(rows, matrix.rows());
        try (var cursor = matrix.open()) {
            int row = 0;
            for (var block = cursor.next(7); block != null; block = cursor.next(7)) {
                block.checkStructure();
                for (int i = 0; i < block.rows(); i++, row++) {
                    final var actual = new float[merged];
                    for (int e = block.begin(i); e < block.end(i); e++) {
                        actual[block.indices()[e]] = block.values()[e];
                    }
                    assertArrayEquals(expected[row], actual);
                }
            }
            assertEquals(rows, row);
            assertNull(cursor.next(1));
        }
    }
}
