package org.scelmo.adaptor.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.adaptor.backend.ComputeLimits;
import org.scelmo.adaptor.golden.Golden;
import org.scelmo.adaptor.loss.CrossEntropy;
import org.scelmo.adaptor.loss.TripletLoss;
import org.scelmo.core.matrix.CsrMatrix;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Forward pass, losses, every gradient and five Adam steps of the reference (PyTorch, float64 and float32). Ours
 * computes the tower in float32: within 1e-5 of the largest number of each array.
 */
class AdaptorNetworkGoldenTest {

    private static final double TOLERANCE = 1e-5;
    private static final List<String> LAYERS = List.of("fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias", "fc3.weight",
        "fc3.bias");

    @ParameterizedTest
    @ValueSource(strings = {"net_tiny_f32_triplet", "net_tiny_f64_triplet"})
    void tinyNetworkIsTheReference(final String name) throws Exception {
        final var prefix = "adaptor/" + name + "_";
        final var expression = Golden.npy(prefix + "X.npy");
        final var labels = Golden.labels(prefix + "y.npy");
        final var vectors = floats(Golden.npy(prefix + "geneemb.npy"));
        final var sizes = new LayerSizes(vectors[0].length, 64, 32, 4);
        final var initial = layers(prefix + "init_");
        final var weights = weights(sizes, initial);
        final var cells = CsrMatrix.fromDense(floats(expression));
        final var gradient = Weights.zeros(sizes);
        try (var network = network(vectors, sizes)) {
            final var embeddings = doubles(AdaptorNetwork.embed(cells, network.factors(weights), () -> { }));
            close(Golden.npy(prefix + "emb0.npy"), embeddings);
            close(Golden.npy(prefix + "logits0.npy"), new LinearClassifier(weights).logits(embeddings));
            final var adam = new Adam(sizes, 1e-3);
            final var steps = Golden.json("adaptor/adaptor.json").at("/cases/" + name + "/steps_full_batch_adam");
            for (int step = 0; step < 5; step++) {
                final var value = network.gradient(weights, cells, labels, gradient);
                check(steps.get(step), "metric", "total", value);
                if (step == 0) {
                    check(layers(prefix + "grad0_"), gradient);
                }
                adam.step(weights, gradient);
            }
        }
        check(layers(prefix + "after5_"), weights);
    }

    @Test
    void smallScelmoWithAGeneWithoutVectorIsTheReference() throws Exception {
        final var golden = Golden.json("scelmo/golden.json");
        final var input = golden.get("adaptor_input");
        final var sizes = new LayerSizes(6, 5, 4, 3);
        final var vectors = floats(Golden.matrix(input.get("E")));
        final var cells = CsrMatrix.fromDense(floats(Golden.matrix(input.get("X"))));
        final var labels = Arrays.stream(Golden.vector(input.get("y"))).mapToInt(x -> (int)x).toArray();
        final var weights = weights(sizes, layers(input));
        final var gradient = Weights.zeros(sizes);
        final var step0 = golden.get("adaptor_step0");
        try (var network = network(vectors, sizes)) {
            final var factors = network.factors(weights);
            close(Golden.matrix(step0.get("G")), doubles(factors));
            close(Golden.matrix(step0.get("emb")), doubles(AdaptorNetwork.embed(cells, factors, () -> { })));
            final var adam = new Adam(sizes, 1e-3);
            final var trace = golden.at("/adam_full_batch_5_steps/trace");
            for (int step = 0; step < 5; step++) {
                final var value = network.gradient(weights, cells, labels, gradient);
                check(trace.get(step), "triplet", "loss", value);
                if (step == 0) {
                    check(layers(step0.get("grads")), gradient);
                }
                adam.step(weights, gradient);
            }
        }
        check(layers(golden.at("/adam_full_batch_5_steps/final")), weights);
    }

    private static AdaptorNetwork network(final float[][] vectors, final LayerSizes sizes) {
        return new AdaptorNetwork(vectors, sizes,
            new Objective(CrossEntropy.unweighted(sizes.classes()), new TripletLoss(), 100),
            new ComputeLimits(1, 1L << 30), () -> { });
    }

    private static void check(final JsonNode expected, final String contrastive, final String total,
        final Objective.Value value) {
        assertEquals(expected.get("ce").asDouble(), value.crossEntropy(), TOLERANCE);
        assertEquals(expected.get(contrastive).asDouble(), value.contrastive(), TOLERANCE);
        assertEquals(expected.get(total).asDouble(), value.total(), 100 * TOLERANCE);
    }

    private static void check(final List<double[][]> expected, final Weights actual) {
        final var sizes = actual.sizes();
        final int w1 = sizes.input() * sizes.hidden();
        final int w2 = sizes.hidden() * sizes.output();
        final int[] ends = {w1, w1 + sizes.hidden(), w1 + sizes.hidden() + w2, sizes.towerParameters()};
        int from = 0;
        for (int layer = 0; layer < 4; layer++) {
            close(expected.get(layer), slice(actual.tower(), from, ends[layer]));
            from = ends[layer];
        }
        final int w3 = sizes.output() * sizes.classes();
        close(expected.get(4), slice(actual.classifier(), 0, w3));
        close(expected.get(5), slice(actual.classifier(), w3, actual.classifier().length));
    }

    private static double[][] slice(final float[] values, final int from, final int to) {
        return doubles(new float[][]{Arrays.copyOfRange(values, from, to)});
    }

    private static void close(final double[][] expected, final double[][] actual) {
        final var e = flat(expected);
        final var a = flat(actual);
        assertEquals(e.length, a.length);
        final double largest = Arrays.stream(e).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < e.length; i++) {
            assertEquals(e[i], a[i], TOLERANCE * largest, "element " + i);
        }
    }

    private static double[] flat(final double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    private static List<double[][]> layers(final String prefix) throws Exception {
        final var layers = new ArrayList<double[][]>();
        for (final var layer : LAYERS) {
            layers.add(Golden.npy(prefix + layer + ".npy"));
        }
        return layers;
    }

    private static List<double[][]> layers(final JsonNode node) {
        final var layers = new ArrayList<double[][]>();
        for (int layer = 1; layer <= 3; layer++) {
            layers.add(Golden.matrix(node.get("W" + layer)));
            layers.add(new double[][]{Golden.vector(node.get("b" + layer))});
        }
        return layers;
    }

    private static Weights weights(final LayerSizes sizes, final List<double[][]> layers) {
        final var weights = Weights.zeros(sizes);
        int n = 0;
        for (final var layer : layers.subList(0, 4)) {
            for (final double x : flat(layer)) {
                weights.tower()[n++] = (float)x;
            }
        }
        n = 0;
        for (final var layer : layers.subList(4, 6)) {
            for (final double x : flat(layer)) {
                weights.classifier()[n++] = (float)x;
            }
        }
        return weights;
    }

    private static float[][] floats(final double[][] rows) {
        final var floats = new float[rows.length][rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                floats[i][j] = (float)rows[i][j];
            }
        }
        return floats;
    }

    private static double[][] doubles(final float[][] rows) {
        final var doubles = new double[rows.length][rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                doubles[i][j] = rows[i][j];
            }
        }
        return doubles;
    }
}
