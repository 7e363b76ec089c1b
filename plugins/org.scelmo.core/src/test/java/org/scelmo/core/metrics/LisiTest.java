package org.scelmo.core.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.golden.GoldenData;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.neighbors.Neighbors;

/** References: scib 1.2.1 (graph), harmonypy 0.0.9 and scib-metrics 0.6.0 (embedding), given graph and neighbors. */
class LisiTest {

    private static final int NEIGHBORS = 90;
    private static final double PERPLEXITY = 30;
    /** scib hands path lengths from one program to the other as text of six digits. */
    private static final double PATHS = 5e-5;

    @ParameterizedTest
    @MethodSource("org.scelmo.core.metrics.ReferenceMetrics#all")
    void agreesWithScibMetricsInTheEmbedding(final ReferenceMetrics reference) throws IOException {
        final var neighbors = reference.neighbors(NEIGHBORS - 1);
        final var batches = new Lisi(reference.batches(), PERPLEXITY, 2).inEmbedding(neighbors, Progress.NONE)[0];
        final var labels = new Lisi(reference.labels(), PERPLEXITY, 2).inEmbedding(neighbors, Progress.NONE)[0];
        assertArrayEquals(GoldenData.npyVector(reference.file("scibmetrics_lisi_batch_percell.npy")), batches, 1e-6);
        assertArrayEquals(GoldenData.npyVector(reference.file("scibmetrics_lisi_label_percell.npy")), labels, 1e-6);
        final var golden = reference.scibMetrics();
        assertEquals(golden.get("ilisi_knn_k90").asDouble(), Lisi.mixing(batches, reference.batches()), 1e-8);
        assertEquals(golden.get("clisi_knn_k90").asDouble(), Lisi.separation(labels, reference.labels()), 1e-8);
    }

    @ParameterizedTest
    @MethodSource("org.scelmo.core.metrics.ReferenceMetrics#all")
    void agreesWithScibInTheGraph(final ReferenceMetrics reference) throws IOException {
        final var graph = reference.graph();
        final var batches = new Lisi(reference.batches(), PERPLEXITY, 2).inGraph(graph, NEIGHBORS, Progress.NONE)[0];
        final var labels = new Lisi(reference.labels(), PERPLEXITY, 2).inGraph(graph, NEIGHBORS, Progress.NONE)[0];
        assertArrayEquals(GoldenData.npyVector(reference.file("ilisi_graph_percell.npy")), batches, PATHS);
        assertArrayEquals(GoldenData.npyVector(reference.file("clisi_graph_percell.npy")), labels, PATHS);
        final var golden = reference.scib();
        assertEquals(golden.get("ilisi_graph").asDouble(), Lisi.mixing(batches, reference.batches()), 1e-6);
        assertEquals(golden.get("clisi_graph").asDouble(), Lisi.separation(labels, reference.labels()), 1e-6);
    }

    @Test
    void countsGroupsOfEquallyDistantNeighbors() throws IOException {
        final var groups = new Groups(new int[]{0, 0, 1, 2, 0, 1}, List.of("a", "b", "c"));
        final var neighbors = new Neighbors(new int[][]{{2, 3}, {4, 2}, {5, 5}, {1, 4}, {0, 2}, {3, 2}},
            new double[][]{{1, 1}, {1, 1}, {1, 1}, {1, 1}, {1, 1}, {1, 1}});
        assertArrayEquals(new double[]{2, 2, 1, 1, 2, 2},
            new Lisi(groups, 2, 1).inEmbedding(neighbors, Progress.NONE)[0], 1e-12);
    }

    @Test
    void cellsThatReachTooFewOthersCountAsUnmixed() throws IOException {
        final var graph = CsrMatrix.fromDense(new float[][]{{0, 1, 0}, {1, 0, 0}, {0, 0, 0}});
        final var groups = new Groups(new int[]{0, 1, 1}, List.of("a", "b"));
        assertArrayEquals(new double[]{1, 1, 1}, new Lisi(groups, 2, 1).inGraph(graph, 2, Progress.NONE)[0]);
    }
}
