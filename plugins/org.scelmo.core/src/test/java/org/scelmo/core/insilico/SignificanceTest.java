package org.scelmo.core.insilico;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

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

    /** 200 data sets of one population; their intervals should hold its scores in 95 % of the cases. */
    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() throws IOException {
        final var population = new SimulatedGroups(2, 1);
        final var options = new DeletionOptions(CellWeights.WEIGHTED, DeletedIn.BOTH, 200, 0.95, 0, 1, 2);
        final var truth = population.truth(new DeletionOptions(CellWeights.WEIGHTED, DeletedIn.BOTH, 0, 0.95, 0, 1, 2));
        int held = 0;
        for (int s = 0; s < 200; s++) {
            final var deletion = population.draw(60, s).deletion(options);
            for (final var score : deletion.scores(deletion.genes(), Progress.NONE)) {
                final double real = truth.get(score.gene()).score();
                held += score.low() <= real && real <= score.high() ? 1 : 0;
            }
        }
        assertEquals(0.95, held / 200.0 / SimulatedGroups.GENES, 0.03);
    }

    /** Vectors at random, so that only expression tells genes apart. The most expressed genes have none like them. */
    @Test
    void ranksAreSmallAsOftenAsTheySayIfVectorsAreRandom() throws IOException {
        final int genes = 1200;
        final var cells = new float[80][genes];
        final var random = new Random(5);
        for (int j = 0; j < genes; j++) {
            final double mean = Math.exp(random.nextGaussian() / 2);
            for (final var cell : cells) {
                cell[j] = (float)Math.max(0, mean * (1 + random.nextGaussian()));
            }
        }
        int small = 0;
        int smallInTheMiddle = 0;
        for (int s = 0; s < 60; s++) {
            final var vectors = new float[genes][8];
            for (final var vector : vectors) {
                for (int k = 0; k < vector.length; k++) {
                    vector[k] = (float)random.nextGaussian();
                }
            }
            final var deletion = InSilicoDeletion.of(RowBlocks.of(CsrMatrix.fromDense(cells)),
                new Conditions(IntStream.range(0, 80).map(i -> i % 2).toArray()), vectors, 8,
                new DeletionOptions(CellWeights.SUM, DeletedIn.BOTH, 0, 0.95, 1000, s, 2), Progress.NONE);
            final var scores = deletion.scores(deletion.genes(), Progress.NONE);
            small += scores.stream().filter(score -> score.p() <= 0.05).count();
            smallInTheMiddle += scores.stream()
                .sorted(Comparator.comparingDouble(score -> deletion.means().mean(score.gene()))).skip(400).limit(400)
                .filter(score -> score.p() <= 0.05).count();
        }
        assertEquals(0.05, small / 60.0 / genes, 0.005);
        assertEquals(0.05, smallInTheMiddle / 60.0 / 400, 0.02);
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
            // 4,000 genes in 30 bins of neighbors
            assertTrue(Arrays.stream(others).allMatch(o -> o != gene
                && Math.abs(expression[0][o] - expression[0][gene]) <= genes / 30 + 2));
            assertArrayEquals(others, matched.of(gene));
        }
        assertEquals(2, new MatchedGenes(new int[]{5, 6, 7}, means, 50, 3).of(6).length);
    }
}
