package org.scelmo.adaptor.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.adaptor.backend.ComputeLimits;
import org.scelmo.adaptor.parallel.Team;

/** Both directions beside loops in float64, with genes for one block, for several, and for blocks of unequal length. */
class GeneTowerTest {

    private static final LayerSizes SIZES = new LayerSizes(7, 6, 5, 2);
    private static final int BIAS1 = SIZES.input() * SIZES.hidden();
    private static final int WEIGHTS2 = BIAS1 + SIZES.hidden();
    private static final int BIAS2 = WEIGHTS2 + SIZES.hidden() * SIZES.output();

    @ParameterizedTest
    @ValueSource(ints = {1, 768, 2_000, 20_011})
    void blocksOfGenesAddUp(final int genes) {
        final var vectors = random(genes, SIZES.input(), 1);
        final var slopes = random(genes, SIZES.output(), 2);
        final var weights = Weights.random(SIZES, 3);
        final var gradient = new float[SIZES.towerParameters()];
        final float[][] factors;
        try (var team = new Team(2, () -> { });
                var tower = new GeneTower(vectors, SIZES, new ComputeLimits(2, 1L << 30), team)) {
            factors = tower.forward(weights);
            tower.backward(slopes, gradient);
        }
        final var expected = new double[gradient.length];
        for (int j = 0; j < genes; j++) {
            gene(vectors[j], weights.tower(), factors[j], slopes[j], expected);
        }
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], gradient[i], 1e-5 * genes, "parameter " + i);
        }
    }

    /** Checks the factors of one gene and adds its share of the gradient. */
    private static void gene(final float[] vector, final float[] weights, final float[] factors, final float[] slopes,
        final double[] gradient) {
        final var hidden = new double[SIZES.hidden()];
        for (int h = 0; h < hidden.length; h++) {
            double sum = weights[BIAS1 + h];
            for (int k = 0; k < vector.length; k++) {
                sum += weights[h * SIZES.input() + k] * vector[k];
            }
            hidden[h] = Math.max(0, sum);
        }
        final var back = new double[hidden.length];
        for (int o = 0; o < slopes.length; o++) {
            double sum = weights[BIAS2 + o];
            gradient[BIAS2 + o] += slopes[o];
            for (int h = 0; h < hidden.length; h++) {
                final int place = WEIGHTS2 + o * SIZES.hidden() + h;
                sum += weights[place] * hidden[h];
                gradient[place] += slopes[o] * hidden[h];
                back[h] += hidden[h] > 0 ? weights[place] * slopes[o] : 0;
            }
            assertEquals(sum, factors[o], 1e-5);
        }
        for (int h = 0; h < hidden.length; h++) {
            gradient[BIAS1 + h] += back[h];
            for (int k = 0; k < vector.length; k++) {
                gradient[h * SIZES.input() + k] += back[h] * vector[k];
            }
        }
    }

    private static float[][] random(final int rows, final int columns, final long seed) {
        final var random = new Random(seed);
        final var numbers = new float[rows][columns];
        for (final var row : numbers) {
            for (int k = 0; k < columns; k++) {
                row[k] = (float)random.nextGaussian();
            }
        }
        return numbers;
    }
}
