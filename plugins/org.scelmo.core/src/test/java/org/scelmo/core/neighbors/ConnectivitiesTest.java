package org.scelmo.core.neighbors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scelmo.core.Progress;
import org.scelmo.core.golden.GoldenData;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;

/** The golden graphs are scanpy 1.9.8's with n_neighbors = 15 (umap-learn 0.5.3), kept with 9 digits. */
class ConnectivitiesTest {

    private static final int OTHERS = 14;
    /** umap-learn computes with float32 distances. */
    private static final double TOLERANCE = 2e-5;

    private static CsrMatrix graph(final float[][] points, final int others) throws IOException {
        final var matrix = DenseMatrix.of(points, points[0].length);
        return Connectivities
            .of(new ExactKnn(Metric.EUCLIDEAN, others, true, 2).search(matrix, matrix, Progress.NONE)).checkStructure();
    }

    @ParameterizedTest
    @CsvSource({"pbmc4k_soupx/X_pca.npy,pbmc4k_soupx/connectivities_upper.csv.gz",
        "cellmix_5batch/X_pca.npy,cellmix_5batch/connectivities_upper.csv.gz",
        "pbmc_symphony_3batch/X_pca.npy,pbmc_symphony_3batch/connectivities_upper.csv.gz",
        "pbmc_symphony_3batch/metrics/emb_X_harmony.npy,pbmc_symphony_3batch/metrics/X_harmony_connectivities_upper.csv.gz"})
    void agreesWithScanpy(final String embedding, final String expected) throws IOException {
        final var graph = graph(GoldenData.npyFloat(embedding), OTHERS);
        final var rows = GoldenData.csv(expected);
        assertEquals(2L * rows.size(), graph.nnz());
        for (final var row : rows) {
            final int i = Integer.parseInt(row[0]);
            final int j = Integer.parseInt(row[1]);
            assertEquals(Double.parseDouble(row[2]), at(graph, i, j), TOLERANCE, "cells " + i + " and " + j);
            assertEquals(at(graph, i, j), at(graph, j, i));
        }
    }

    @Test
    void nearestNeighborsAreSure() throws IOException {
        final var graph = graph(new float[][]{{0}, {1}, {3}, {6}, {10}, {15}}, 3);
        for (int i = 1; i < 6; i++) {
            assertEquals(1, at(graph, i, i - 1), "the nearest of " + i);
        }
    }

    @Test
    void equalPointsAreSureNeighborsOfEachOther() throws IOException {
        final var graph = graph(new float[][]{{1, 1}, {1, 1}, {1, 1}, {1, 1}, {5, 1}}, 3);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertEquals(i == j ? 0 : 1, at(graph, i, j), "cells " + i + " and " + j);
            }
        }
        assertTrue(Arrays.stream(new int[]{0, 1, 2, 3}).anyMatch(j -> at(graph, 4, j) == 1));
    }

    private static float at(final CsrMatrix graph, final int i, final int j) {
        final int found = Arrays.binarySearch(graph.indices(), graph.begin(i), graph.end(i), j);
        return found < 0 ? 0 : graph.values()[found];
    }
}
