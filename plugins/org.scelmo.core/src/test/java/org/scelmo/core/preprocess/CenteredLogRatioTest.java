package org.scelmo.core.preprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseBlocks;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.preprocess.CenteredLogRatio.Margin;

/** The numbers are those of muon's formula in numpy 1.24.2: log1p(x / exp(mean(log1p(x)))) along an axis. */
class CenteredLogRatioTest {

    private static final float TOLERANCE = 1e-6f;
    private static final float[][] COUNTS =
        {{3, 0, 120, 7}, {0, 0, 45, 1}, {10, 2, 300, 0}, {0, 0, 0, 0}, {5, 1, 60, 2}};
    private static final RowBlocks X = RowBlocks.of(CsrMatrix.fromDense(COUNTS));

    private static float[][] dense(final RowBlocks x) throws IOException {
        final List<float[]> rows = new ArrayList<>();
        DenseBlocks.write(x, (block, count) -> {
            for (int i = 0; i < count; i++) {
                rows.add(block[i].clone());
            }
        }, () -> { });
        return rows.toArray(float[][]::new);
    }

    private static void assertRows(final float[][] expected, final float[][] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], actual[i], TOLERANCE, "row " + i);
        }
    }

    @Test
    void centersProteinsOverTheCells() throws IOException {
        final var ratio = CenteredLogRatio.of(X, Margin.CELLS, Progress.NONE);
        assertRows(new float[][]{{0.68489277f, 0, 1.38659156f, 1.44158187f}, {0, 0, 0.7539816f, 0.37915806f},
            {1.45360959f, 0.87449086f, 2.1404158f, 0}, {0, 0, 0, 0},
            {0.97050054f, 0.52993808f, 0.91652849f, 0.65342245f}}, dense(ratio.apply(X)));
        assertEquals(1, ratio.emptyCells());
        assertTrue(ratio.wholeNumbers());
        assertEquals(X.nnz(), ratio.apply(X).nnz(), "zeros stay zeros");
    }

    @Test
    void centersCellsOverTheProteins() throws IOException {
        final var ratio = CenteredLogRatio.of(X, Margin.PROTEINS, Progress.NONE);
        assertRows(new float[][]{{0.3223079f, 0, 2.78577567f, 0.63519457f}, {0, 0, 2.74277351f, 0.27981787f},
            {0.69398785f, 0.18260186f, 3.43561367f, 0}, {0, 0, 0, 0},
            {0.54835372f, 0.13634776f, 2.27878647f, 0.25631584f}}, dense(ratio.apply(X)));
    }

    @Test
    void takesADenseMatrixAsWell() throws IOException {
        final var dense = new DenseBlocks(DenseMatrix.of(COUNTS, 4));
        for (final var margin : Margin.values()) {
            assertRows(dense(CenteredLogRatio.of(X, margin, Progress.NONE).apply(X)),
                dense(CenteredLogRatio.of(dense, margin, Progress.NONE).apply(dense)));
        }
    }

    @Test
    void doesNotDependOnTheDepthOfACellIfCenteredOverProteins() throws IOException {
        // log(1 + x) is close to log(x) for large counts
        final var cells = RowBlocks.of(CsrMatrix.fromDense(new float[][]{{1e5f, 3e5f, 9e5f}, {4e5f, 12e5f, 36e5f}}));
        final var values = dense(CenteredLogRatio.of(cells, Margin.PROTEINS, Progress.NONE).apply(cells));
        assertArrayEquals(values[0], values[1], 1e-5f);
    }

    @Test
    void noticesFractions() throws IOException {
        final var x = RowBlocks.of(CsrMatrix.fromDense(new float[][]{{0.5f, 1}}));
        assertFalse(CenteredLogRatio.of(x, Margin.CELLS, Progress.NONE).wholeNumbers());
    }

    @Test
    void refusesNegativeAndUnknownValues() {
        final var negative = RowBlocks.of(CsrMatrix.fromDense(new float[][]{{1, 2}, {0, -3}}));
        final var e = assertThrows(UnfitExpressionException.class,
            () -> CenteredLogRatio.of(negative, Margin.CELLS, Progress.NONE));
        assertEquals("The protein matrix holds the negative value -3.0 in row 1, column 1 (counted from 0).",
            e.getMessage());
        final var unknown = RowBlocks.of(CsrMatrix.fromDense(new float[][]{{Float.NaN}}));
        assertThrows(NonFiniteValueException.class,
            () -> CenteredLogRatio.of(unknown, Margin.CELLS, Progress.NONE));
    }
}
