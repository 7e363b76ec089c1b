package org.scelmo.core.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RowKernelsTest {

    @Property(tries = 200)
    void wideKernelsEqualOneTermAfterTheOtherBitByBit(@ForAll @IntRange(max = 70) final int n,
        @ForAll @IntRange(min = 1, max = 4) final int terms, @ForAll final long seed) {
        final var b = RandomMatrices.dense(4, n, seed);
        final var a = RandomMatrices.dense(1, 4, seed + 1)[0];
        final var expected = RandomMatrices.dense(1, n, seed + 2)[0];
        final var actual = expected.clone();
        for (int t = 0; t < terms; t++) {
            RowKernels.axpy1(expected, a[t], b[t], n);
        }
        switch (terms) {
            case 4 -> RowKernels.axpy4(actual, a[0], b[0], a[1], b[1], a[2], b[2], a[3], b[3], n);
            case 3 -> RowKernels.axpy3(actual, a[0], b[0], a[1], b[1], a[2], b[2], n);
            case 2 -> RowKernels.axpy2(actual, a[0], b[0], a[1], b[1], n);
            default -> RowKernels.axpy1(actual, a[0], b[0], n);
        }
        assertArrayEquals(expected, actual, 0);
    }

    @Property(tries = 100)
    void pairedKernelEqualsTwoSingleOnes(@ForAll @IntRange(max = 70) final int n, @ForAll final long seed) {
        final var b = RandomMatrices.dense(2, n, seed);
        final var out = RandomMatrices.dense(2, n, seed + 1);
        final var expected = new float[][]{out[0].clone(), out[1].clone()};
        RowKernels.axpy2(expected[0], 0.3f, b[0], -2f, b[1], n);
        RowKernels.axpy2(expected[1], 1.7f, b[0], 5f, b[1], n);
        RowKernels.axpy2x2(out[0], 0.3f, -2f, out[1], 1.7f, 5f, b[0], b[1], n);
        assertArrayEquals(expected[0], out[0], 0);
        assertArrayEquals(expected[1], out[1], 0);
    }

    @Property(tries = 100)
    void squaresOfDifferencesAreAddedInOrderBitByBit(@ForAll @IntRange(max = 70) final int n,
        @ForAll final long seed) {
        final var b = RandomMatrices.dense(2, n, seed);
        final var a = RandomMatrices.dense(2, 2, seed + 1);
        final var out = RandomMatrices.dense(2, n, seed + 2);
        final var expected = new float[][]{out[0].clone(), out[1].clone()};
        for (int i = 0; i < 2; i++) {
            for (int t = 0; t < 2; t++) {
                for (int j = 0; j < n; j++) {
                    final float difference = b[t][j] - a[i][t];
                    expected[i][j] = Math.fma(difference, difference, expected[i][j]);
                }
            }
        }
        RowKernels.squares2x2(out[0], a[0][0], a[0][1], out[1], a[1][0], a[1][1], b[0], b[1], n);
        assertArrayEquals(expected[0], out[0], 0);
        assertArrayEquals(expected[1], out[1], 0);
    }

    @Property(tries = 50)
    void singleKernelRoundsOnce(@ForAll @IntRange(min = 1, max = 40) final int n, @ForAll final long seed) {
        final var b = RandomMatrices.dense(1, n, seed)[0];
        final var out = RandomMatrices.dense(1, n, seed + 1)[0];
        final var before = out.clone();
        RowKernels.axpy1(out, 1.1f, b, n);
        for (int j = 0; j < n; j++) {
            // the product of two floats is exact in double; only the sum is rounded there, far below a float's ulp
            assertEquals((double)1.1f * b[j] + before[j], out[j], Math.ulp(out[j]) * 0.5000001);
        }
    }

    @Property(tries = 50)
    void drainMovesThePart(@ForAll @IntRange(max = 40) final int n, @ForAll final long seed) {
        final var part = RandomMatrices.dense(1, n, seed)[0];
        final var sum = new float[n];
        final var moved = part.clone();
        RowKernels.drain(part, sum, n);
        assertArrayEquals(moved, sum, 0);
        assertArrayEquals(new float[n], part, 0);
    }
}
