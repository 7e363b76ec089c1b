package org.scelmo.core.insilico;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Bootstraps' weights, percentiles, matching and adjusted p-values. */
class SignificanceTest {

    @Test
    void eachBootstrapDrawsAsManyCellsAsThereAreAndEachCellEquallyOften() {
        final int cells = 50;
        final int bootstraps = 20_000;
        final var draws = new MultinomialWeights(cells, 0, bootstraps, 7, 0);
        final var total = new double[bootstraps];
        for (int i = 0; i < cells; i++) {
            final var times = new float[bootstraps];
            draws.next(cells - i, 0, bootstraps, times);
            double sum = 0;
            double squares = 0;
            for (int b = 0; b < bootstraps; b++) {
                total[b] += times[b];
                sum += times[b];
                squares += times[b] * times[b];
            }
            final double mean = sum / bootstraps;
            // six standard errors: the variance of a cell's count is 1 - 1 / cells
            assertEquals(1, mean, 6 / Math.sqrt(bootstraps));
            assertEquals(1 - 1.0 / cells, squares / bootstraps - mean * mean, 0.12);
        }
        assertTrue(Arrays.stream(total).allMatch(t -> t == cells));
    }

    /** numpy.percentile([1, 2, 3, 4, 10], [5, 95]). */
    @Test
    void percentilesAreNumpys() {
        assertEquals(new Interval(1.2, 8.8), round(Interval.of(new float[]{10, 1, 4, 3, 2}, 0.9)));
        assertTrue(Double.isNaN(Interval.of(new float[]{1, Float.NaN}, 0.9).low()));
    }

    private static Interval round(final Interval i) {
        return new Interval(Math.round(i.low() * 1e9) / 1e9, Math.round(i.high() * 1e9) / 1e9);
    }

    /** R: p.adjust(c(0.01, 0.04, 0.03, 0.5), "BH"). */
    @Test
    void falseDiscoveryRateIsThatOfR() {
        assertArrayEquals(new double[]{0.04, 0.16 / 3, Double.NaN, 0.16 / 3, 0.5},
            FalseDiscovery.adjust(new double[]{0.01, 0.04, Double.NaN, 0.03, 0.5}), 1e-15);
    }

    @Test
    void matchedGenesAreOthersThatAreExpressedAlike() {
        final int genes = 4000;
        final var expression = new double[2][genes];
        final var fraction = new double[genes];
        for (int j = 0; j < genes; j++) {
            expression[0][j] = expression[1][j] = (j * 37) % genes;
            fraction[j] = expression[0][j] / genes;
        }
        final var means = new GroupMeans(expression, expression, fraction, new int[]{1, 1});
        final var matched = new MatchedGenes(IntStream.range(0, genes).toArray(), means, 50, 3);
        for (int j = 0; j < genes; j += 7) {
            final int gene = j;
            final var others = matched.of(gene);
            assertEquals(50, Arrays.stream(others).distinct().count());
            // 4,000 genes in 30 bins of neighbours
            assertTrue(Arrays.stream(others).allMatch(o -> o != gene
                && Math.abs(expression[0][o] - expression[0][gene]) <= genes / 30 + 2));
            assertArrayEquals(others, matched.of(gene));
        }
        assertEquals(2, new MatchedGenes(new int[]{5, 6, 7}, means, 50, 3).of(6).length);
    }
}
