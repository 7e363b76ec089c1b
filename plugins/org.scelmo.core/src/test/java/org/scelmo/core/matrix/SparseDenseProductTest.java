package org.scelmo.core.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class SparseDenseProductTest {

    @Property(tries = 200)
    void equalsTheNaiveProductInFloat64(@ForAll @IntRange(max = 12) final int rows,
        @ForAll @IntRange(min = 1, max = 400) final int inner, @ForAll @IntRange(min = 1, max = 40) final int columns,
        @ForAll @DoubleRange(min = 0, max = 1) final double density, @ForAll final long seed) {
        final var a = RandomMatrices.sparse(rows, inner, density, seed);
        final var b = RandomMatrices.dense(inner, columns, seed + 1);
        final var out = new float[rows][columns];
        SparseDenseProduct.add(a, b, columns, out, () -> { });
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double sum = 0;
                double magnitude = 0;
                for (int e = a.begin(i); e < a.end(i); e++) {
                    final double term = (double)a.values()[e] * b[a.indices()[e]][j];
                    sum += term;
                    magnitude += Math.abs(term);
                }
                // the bound of float32 summation: one rounding of half an ulp per term
                assertEquals(sum, out[i][j], 0x1p-24 * (a.end(i) - a.begin(i) + 1) * magnitude);
            }
        }
    }

    @Property(tries = 100)
    void aRowDoesNotDependOnTheOthers(@ForAll @IntRange(min = 1, max = 9) final int rows,
        @ForAll @IntRange(min = 1, max = 500) final int inner, @ForAll final long seed) {
        final var a = RandomMatrices.sparse(rows, inner, 0.3, seed);
        final var b = RandomMatrices.dense(inner, 17, seed + 1);
        final var together = new float[rows][17];
        SparseDenseProduct.add(a, b, 17, together, () -> { });
        for (int i = 0; i < rows; i++) {
            final var offsets = new long[]{0, (long)a.end(i) - a.begin(i)};
            final var single = CsrMatrix.wrap(1, inner, offsets,
                Arrays.copyOfRange(a.indices(), a.begin(i), a.end(i)),
                Arrays.copyOfRange(a.values(), a.begin(i), a.end(i)));
            final var alone = new float[1][17];
            SparseDenseProduct.add(single, b, 17, alone, () -> { });
            assertArrayEquals(together[i], alone[0], 0);
        }
    }

    @Test
    void addsToWhatIsThere() {
        final var out = new float[][]{{1, 2}};
        SparseDenseProduct.add(CsrMatrix.fromDense(new float[][]{{3, 0, 1}}), new float[][]{{1, 10}, null, {5, 7}}, 2,
            out, () -> { });
        assertArrayEquals(new float[]{1 + 3 + 5, 2 + 30 + 7}, out[0]);
    }

    @Test
    void endsWhenTheCheckThrows() {
        final var a = RandomMatrices.sparse(3, 1000, 1, 1);
        final var b = RandomMatrices.dense(1000, 4, 2);
        final var checks = new AtomicInteger();
        assertThrows(CancellationException.class, () -> SparseDenseProduct.add(a, b, 4, new float[3][4], () -> {
            if (checks.incrementAndGet() == 3) {
                throw new CancellationException();
            }
        }));
        assertEquals(3, checks.get());
    }
}
