package org.scelmo.core.preprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RandomMatrices;
import org.scelmo.core.matrix.RowBlocks;

class ScalingTest {

    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;
    /** Means 2, 0.5, 3 and variances (n − 1) of 8/3, 1, 0. */
    private static final RowBlocks X =
        RowBlocks.of(CsrMatrix.fromDense(new float[][]{{0, 2, 3}, {2, 0, 3}, {2, 0, 3}, {4, 0, 3}}));

    private static float[][] dense(final RowBlocks x) throws IOException {
        final var whole = ScanpyData.whole(x);
        final var dense = new float[whole.rows()][whole.columns()];
        for (int i = 0; i < dense.length; i++) {
            for (int e = whole.begin(i); e < whole.end(i); e++) {
                dense[i][whole.indices()[e]] = whole.values()[e];
            }
        }
        return dense;
    }

    @Test
    void givesZScores() throws IOException {
        final var scaling = Scaling.of(X, Progress.NONE);
        final double root = Math.sqrt(8 / 3.0);
        assertArrayEquals(new double[]{2, 0.5, 3}, scaling.mean(), 1e-15);
        assertArrayEquals(new double[]{root, 1, 1}, scaling.deviation(), 1e-15);
        final var z = (float)(2 / root);
        assertArrayEquals(new float[][]{{-z, 1.5f, 0}, {0, -0.5f, 0}, {0, -0.5f, 0}, {z, -0.5f, 0}},
            dense(scaling.centered(X, NO_LIMIT)));
    }

    @Test
    void dividesOnlyAndKeepsZeros() throws IOException {
        final var divided = Scaling.of(X, Progress.NONE).divided(X, NO_LIMIT);
        final double root = Math.sqrt(8 / 3.0);
        assertArrayEquals(new float[][]{{0, 2, 3}, {(float)(2 / root), 0, 3}, {(float)(2 / root), 0, 3},
            {(float)(4 / root), 0, 3}}, dense(divided));
        assertEquals(X.nnz(), divided.nnz());
    }

    @Test
    void clipsLargeValuesOnly() throws IOException {
        final var scaling = Scaling.of(X, Progress.NONE);
        assertEquals(1, dense(scaling.centered(X, 1))[0][1]);
        assertTrue(dense(scaling.centered(X, 1))[0][0] < -1);
        assertEquals(1, dense(scaling.divided(X, 1))[0][1]);
    }

    @Test
    void keepsBlocksSmall() throws IOException {
        final var wide = RowBlocks.of(RandomMatrices.sparse(500, 20_000, 0.001, 1));
        final var centered = Scaling.of(wide, Progress.NONE).centered(wide, 10);
        try (var cursor = centered.open(3)) {
            long row = 3;
            for (var block = cursor.next(4096); block != null; block = cursor.next(4096)) {
                assertTrue(block.nnz() <= 4 << 20, "entries: " + block.nnz());
                row += block.rows();
                assertEquals(row, cursor.position());
            }
            assertEquals(500, row);
        }
    }

    @Test
    void hasMeanZeroAndVarianceOneAfterwards() throws IOException {
        final var x = RowBlocks.of(RandomMatrices.sparse(300, 40, 0.4, 9));
        final var again = Scaling.of(Scaling.of(x, Progress.NONE).centered(x, NO_LIMIT), Progress.NONE);
        for (int j = 0; j < 40; j++) {
            assertEquals(0, again.mean()[j], 1e-7);
            assertEquals(1, again.deviation()[j], 1e-7);
        }
    }

    @Test
    void refusesASingleCellNaNAndALimitOfZero() throws IOException {
        final var single = RowBlocks.of(CsrMatrix.fromDense(new float[][]{{1, 2}}));
        assertThrows(UnfitExpressionException.class, () -> Scaling.of(single, Progress.NONE));
        final var broken = RowBlocks.of(CsrMatrix.fromDense(new float[][]{{1}, {Float.NaN}}));
        assertThrows(NonFiniteValueException.class, () -> Scaling.of(broken, Progress.NONE));
        final var scaling = Scaling.of(X, Progress.NONE);
        final var e = assertThrows(ScelmoException.class, () -> scaling.centered(X, 0));
        assertTrue(e.getMessage().contains("must be above 0"), e.getMessage());
    }
}
