package org.scelmo.core.preprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RowBlocks;

class GroupExpressionTest {

    private static final RowBlocks X = RowBlocks.of(CsrMatrix.fromDense(new float[][]{ //
        {4, 0, 1}, {2, 0, 1}, {0, 3, 1}, {9, 9, 9}, {0, 0, 1}}));

    /** The fourth cell has no group. */
    private static final Groups GROUPS = new Groups(new int[]{0, 0, 1, -1, 1}, List.of("a", "b"));

    @Test
    void meansAndSharesAreOverAllCellsOfAGroup() throws IOException {
        final var found = GroupExpression.of(X, GROUPS, Progress.NONE);
        assertArrayEquals(new int[]{2, 2}, found.sizes());
        assertArrayEquals(new double[]{3, 0, 1}, found.mean()[0]);
        assertArrayEquals(new double[]{0, 1.5, 1}, found.mean()[1]);
        assertArrayEquals(new double[]{1, 0, 1}, found.fraction()[0]);
        assertArrayEquals(new double[]{0, 0.5, 1}, found.fraction()[1]);
    }

    @Test
    void distinctGenesAreAboveAllOtherGroups() throws IOException {
        final var found = GroupExpression.of(X, GROUPS, Progress.NONE);
        assertArrayEquals(new int[]{0, 1}, found.distinct(5), "the third gene is the same everywhere");
        assertArrayEquals(new int[0], found.distinct(0));
    }

    @Test
    void noGroupsTooManyAndBadValuesAreRefused() {
        final var none = new Groups(new int[]{-1, -1, -1, -1, -1}, List.of());
        assertThrows(ScelmoException.class, () -> GroupExpression.of(X, none, Progress.NONE));
        final var many = new Groups(new int[5], IntStream.range(0, 201).mapToObj(i -> "g" + i).toList());
        assertThrows(ScelmoException.class, () -> GroupExpression.of(X, many, Progress.NONE));
        final var nan = RowBlocks.of(CsrMatrix.fromDense(new float[][]{{Float.NaN}}));
        final var one = new Groups(new int[]{0}, List.of("a"));
        assertThrows(NonFiniteValueException.class, () -> GroupExpression.of(nan, one, Progress.NONE));
    }
}
