package org.scelmo.core.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.neighbors.Neighbors;

/** References: scib 1.2.1 and scib-metrics 0.6.0, given graph and neighbors. */
class GraphConnectivityTest {

    private static double mean(final Map<String, Double> shares) {
        return shares.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("org.scelmo.core.metrics.ReferenceMetrics#all")
    void agreesWithScib(final ReferenceMetrics reference) throws IOException {
        assertEquals(reference.scib().get("graph_connectivity").asDouble(),
            mean(GraphConnectivity.connected(reference.graph(), reference.labels())), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("org.scelmo.core.metrics.ReferenceMetrics#all")
    void agreesWithScibMetrics(final ReferenceMetrics reference) throws IOException {
        assertEquals(reference.scibMetrics().get("graph_connectivity_k15").asDouble(),
            mean(GraphConnectivity.stronglyConnected(reference.neighbors(14), reference.labels())), 1e-12);
    }

    @Test
    void edgesThroughOtherLabelsDoNotConnect() {
        final var graph = CsrMatrix.fromDense(new float[][]{{0, 1, 0, 0}, {1, 0, 1, 0}, {0, 1, 0, 1}, {0, 0, 1, 0}});
        final var labels = new Groups(new int[]{0, 1, 0, 0}, List.of("a", "b"));
        assertEquals(Map.of("a", 2.0 / 3, "b", 1.0), GraphConnectivity.connected(graph, labels));
    }

    @Test
    void directionsMatterForStrongConnection() {
        final var labels = new Groups(new int[]{0, 0, 0, 0}, List.of("a"));
        final var chain = new Neighbors(new int[][]{{1}, {2}, {1}, {2}}, new double[][]{{1}, {1}, {1}, {1}});
        assertEquals(Map.of("a", 0.5), GraphConnectivity.stronglyConnected(chain, labels));
    }

    @Test
    void longChainsNeedNoDeepStack() {
        final int n = 300_000;
        final var next = new int[n][];
        for (int i = 0; i < n; i++) {
            next[i] = new int[]{(i + 1) % n};
        }
        final var labels = new Groups(new int[n], List.of("a"));
        assertEquals(Map.of("a", 1.0), GraphConnectivity.stronglyConnected(new Neighbors(next, new double[n][1]), labels));
    }
}
