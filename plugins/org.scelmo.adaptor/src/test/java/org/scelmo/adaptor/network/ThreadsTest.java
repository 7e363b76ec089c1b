package org.scelmo.adaptor.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scelmo.adaptor.backend.ComputeLimits;
import org.scelmo.adaptor.loss.ContrastiveLoss;
import org.scelmo.adaptor.loss.CrossEntropy;
import org.scelmo.adaptor.loss.SupConLoss;
import org.scelmo.adaptor.loss.TripletLoss;
import org.scelmo.core.matrix.CsrMatrix;

/** Two Adam steps with enough genes for several blocks of the tower: bit by bit the same for any number of threads. */
class ThreadsTest {

    private static final int GENES = 2_000;
    private static final int CELLS = 150;
    private static final LayerSizes SIZES = new LayerSizes(50, 64, 32, 4);

    private final float[][] m_vectors = random(GENES, SIZES.input(), 1, 1);
    private final CsrMatrix m_cells = CsrMatrix.fromDense(random(CELLS, GENES, 0.05, 2));
    private final int[] m_labels = new Random(3).ints(CELLS, 0, SIZES.classes()).toArray();

    private static float[][] random(final int rows, final int columns, final double density, final long seed) {
        final var random = new Random(seed);
        final var numbers = new float[rows][columns];
        for (final var row : numbers) {
            for (int k = 0; k < columns; k++) {
                row[k] = random.nextDouble() < density ? (float)random.nextGaussian() : 0;
            }
        }
        return numbers;
    }

    private record Trained(Weights weights, Weights gradient, Objective.Value value, float[][] factors) {
    }

    private Trained train(final ContrastiveLoss loss, final int threads) {
        final var weights = Weights.random(SIZES, 4);
        final var gradient = Weights.zeros(SIZES);
        final var adam = new Adam(SIZES, 1e-3);
        final var objective = new Objective(CrossEntropy.unweighted(SIZES.classes()), loss, 100);
        try (var network = new AdaptorNetwork(m_vectors, SIZES, objective, new ComputeLimits(threads, 1L << 30),
            () -> { })) {
            network.gradient(weights, m_cells, m_labels, gradient);
            adam.step(weights, gradient);
            final var value = network.gradient(weights, m_cells, m_labels, gradient);
            adam.step(weights, gradient);
            return new Trained(weights, gradient, value, network.factors(weights));
        }
    }

    static ContrastiveLoss[] losses() {
        return new ContrastiveLoss[]{new TripletLoss(), new SupConLoss()};
    }

    @ParameterizedTest
    @MethodSource("losses")
    void resultsDoNotDependOnTheNumberOfThreads(final ContrastiveLoss loss) {
        final var alone = train(loss, 1);
        for (final int threads : new int[]{2, 5}) {
            final var shared = train(loss, threads);
            assertEquals(alone.value(), shared.value());
            assertArrayEquals(alone.gradient().tower(), shared.gradient().tower());
            assertArrayEquals(alone.gradient().classifier(), shared.gradient().classifier());
            assertArrayEquals(alone.weights().tower(), shared.weights().tower());
            assertArrayEquals(alone.factors(), shared.factors());
        }
    }
}
