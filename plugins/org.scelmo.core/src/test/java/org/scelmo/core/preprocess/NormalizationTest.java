package org.scelmo.core.preprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.preprocess.NormalizationCheck.State;

class NormalizationTest {

    private static final float[][] COUNTS = {{3, 0, 1}, {0, 2, 0}, {0, 0, 0}, {10, 20, 30}};

    private static RowBlocks blocks(final float[]... x) {
        return RowBlocks.of(CsrMatrix.fromDense(x));
    }

    private static NormalizationCheck check(final RowBlocks x) throws IOException {
        return NormalizationCheck.of(x, Progress.NONE);
    }

    private static float[] values(final RowBlocks x) throws IOException {
        try (var cursor = x.open()) {
            return cursor.next(Integer.MAX_VALUE).values();
        }
    }

    @Test
    void scalesEachCellToTheTargetAndLeavesEmptyCellsAlone() throws IOException {
        assertArrayEquals(new float[]{6, 2, 8, 4f / 3, 8f / 3, 4}, values(Normalization.total(blocks(COUNTS), 8)));
    }

    @Test
    void takesTheNaturalLogarithmOfOnePlusTheValue() throws IOException {
        assertArrayEquals(new float[]{(float)Math.log(2), (float)Math.log1p(1e-6f)},
            values(Normalization.log1p(blocks(new float[]{1, 1e-6f}))));
    }

    @Test
    void startsInTheMiddleWithTheSameNumbers() throws IOException {
        try (var cursor = Normalization.total(blocks(COUNTS), 8).open(3)) {
            assertArrayEquals(new float[]{4f / 3, 8f / 3, 4}, cursor.next(1).values());
        }
    }

    @Test
    void medianIsOverTheCellsThatHaveCounts() throws IOException {
        final var check = check(blocks(COUNTS));
        assertEquals(4, check.medianTotal());
        assertEquals(1, check.emptyCells());
        assertEquals(3, check(blocks(new float[]{2}, new float[]{4}, new float[]{0})).medianTotal());
        assertTrue(Double.isNaN(check(blocks(new float[2])).medianTotal()));
    }

    @Test
    void knowsCounts() throws IOException {
        assertEquals(State.COUNTS, check(blocks(COUNTS)).state());
        assertFalse(check(blocks(COUNTS)).isNormalized());
    }

    @Test
    void knowsNormalizedData() throws IOException {
        final var check = check(Normalization.total(blocks(COUNTS), 1e4));
        assertEquals(State.NORMALIZED, check.state());
        assertTrue(check.reason().contains("every cell sums to"), check.reason());
    }

    @Test
    void knowsLogNormalizedData() throws IOException {
        final var check = check(Normalization.log1p(Normalization.total(blocks(COUNTS), 1e4)));
        assertEquals(State.LOG_NORMALIZED, check.state());
        assertTrue(check.reason().contains("exp(x)"), check.reason());
    }

    @Test
    void knowsLogarithmsEvenWithoutAllGenes() throws IOException {
        final var check = check(blocks(new float[]{1.5f, 0}, new float[]{6.25f, 0.5f}));
        assertEquals(State.LOG_NORMALIZED, check.state());
        assertTrue(check.reason().contains("6.25"), check.reason());
    }

    @Test
    void takesLargeFractionsForCorrectedCounts() throws IOException {
        assertEquals(State.CORRECTED_COUNTS, check(blocks(new float[]{100.5f, 3}, new float[]{7, 12.25f})).state());
    }

    @Test
    void refusesNegativeAndNonFiniteValues() {
        assertThrows(UnfitExpressionException.class, () -> check(blocks(new float[]{-1})));
        assertThrows(UnfitExpressionException.class, () -> values(Normalization.total(blocks(new float[]{-1}), 1)));
        assertThrows(UnfitExpressionException.class, () -> values(Normalization.log1p(blocks(new float[]{-1}))));
        assertThrows(NonFiniteValueException.class,
            () -> values(Normalization.log1p(blocks(new float[]{Float.POSITIVE_INFINITY}))));
    }

    @Test
    void refusesATargetThatIsNotPositive() {
        assertThrows(ScelmoException.class, () -> Normalization.total(blocks(COUNTS), 0));
        assertThrows(ScelmoException.class, () -> Normalization.total(blocks(COUNTS), Double.NaN));
    }
}
