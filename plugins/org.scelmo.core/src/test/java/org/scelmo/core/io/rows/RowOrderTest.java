package org.scelmo.core.io.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.stream.IntStream;

import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.MatrixStructureException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RowOrderTest {

    private static CsrMatrix matrix(final int[] indices, final int split) {
        return CsrMatrix.wrap(3, 10, new long[]{0, split, split, indices.length}, indices, new float[indices.length]);
    }

    private static int[] within(final byte[] numbers, final int least, final int most) {
        return IntStream.range(0, numbers.length).map(i -> least + Math.floorMod(numbers[i], most - least + 1))
            .toArray();
    }

    private static boolean isSound(final CsrMatrix matrix) {
        try {
            matrix.checkStructure();
            return true;
        } catch (MatrixStructureException e) { // NOSONAR this is the answer
            return false;
        }
    }

    @Property
    void theQuickLookAgreesWithTheThoroughOne(@ForAll @Size(min = 4, max = 4) final int[] indices,
        @ForAll @IntRange(max = 4) final int split) {
        final var matrix = matrix(indices, split);
        assertEquals(isSound(matrix), RowOrder.isTidy(matrix, 0, 3));
    }

    @Property
    void soDoesItForSmallColumns(@ForAll @Size(min = 4, max = 4) final byte[] columns,
        @ForAll @IntRange(max = 4) final int split) {
        final var matrix = matrix(within(columns, -1, 10), split);
        assertEquals(isSound(matrix), RowOrder.isTidy(matrix, 0, 3));
    }

    @Property
    void rowsInAnyOrderBecomeTidy(@ForAll @Size(min = 4, max = 4) final byte[] columns,
        @ForAll @IntRange(max = 4) final int split) {
        final var matrix = matrix(within(columns, 0, 9), split);
        final boolean tidy = RowOrder.isTidy(matrix, 0, 3);
        final var made = RowOrder.tidy(matrix);
        made.checkStructure();
        if (tidy) {
            assertSame(matrix, made);
        }
    }
}
