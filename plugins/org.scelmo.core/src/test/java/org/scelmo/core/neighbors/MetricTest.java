package org.scelmo.core.neighbors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.scelmo.core.matrix.RandomMatrices;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MetricTest {

    @Property(tries = 200)
    void equalsTheTextbookFormula(@ForAll @IntRange(min = 1, max = 40) final int n, @ForAll final long seed) {
        final var rows = RandomMatrices.dense(2, n, seed);
        double squares = 0;
        double dot = 0;
        double a = 0;
        double b = 0;
        for (int j = 0; j < n; j++) {
            squares += Math.pow((double)rows[0][j] - rows[1][j], 2);
            dot += (double)rows[0][j] * rows[1][j];
            a += (double)rows[0][j] * rows[0][j];
            b += (double)rows[1][j] * rows[1][j];
        }
        assertEquals(Math.sqrt(squares), Metric.EUCLIDEAN.distance(rows[0], rows[1], n), 1e-12 * Math.sqrt(squares));
        assertEquals(1 - dot / Math.sqrt(a) / Math.sqrt(b), Metric.COSINE.distance(rows[0], rows[1], n), 1e-13);
    }

    @Property(tries = 200)
    void isZeroForEqualRowsAndSymmetric(@ForAll @IntRange(min = 1, max = 40) final int n, @ForAll final Metric metric,
        @ForAll final long seed) {
        final var rows = RandomMatrices.dense(2, n, seed);
        assertEquals(0, metric.distance(rows[0], rows[0].clone(), n));
        assertEquals(metric.distance(rows[0], rows[1], n), metric.distance(rows[1], rows[0], n));
    }
}
