package org.scelmo.core.layout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.golden.GoldenData;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.metrics.Silhouette;
import org.scelmo.core.metrics.Silhouette.Between;
import org.scelmo.core.neighbors.Components;
import org.scelmo.core.neighbors.Connectivities;
import org.scelmo.core.neighbors.ExactKnn;
import org.scelmo.core.neighbors.Metric;

/** References: umap-learn 0.5.3 through scanpy (min_dist 0.5, spread 1), three seeds, on the same graphs. */
class UmapTest {

    private static final double TOLERANCE = 0.01;
    private static final int K = 15;

    private static CsrMatrix graph(final float[][] points) throws IOException {
        final var matrix = DenseMatrix.of(points, points[0].length);
        return Connectivities.of(new ExactKnn(Metric.EUCLIDEAN, K - 1, true, 2).search(matrix, matrix, Progress.NONE));
    }

    @ParameterizedTest
    @CsvSource({"pbmc4k_soupx,0", "cellmix_5batch,0", "pbmc_symphony_3batch,0", "pbmc4k_soupx,1"})
    void isAsTrustworthyAsUmapLearn(final String dataSet, final int seed) throws IOException {
        final var data = GoldenData.npyFloat(dataSet + "/X_pca.npy");
        final var golden = GoldenData.json(dataSet + "/preprocess.json").get("umap");
        double expected = 0;
        for (int s = 0; s < 3; s++) {
            expected += golden.get("seed" + s).get("trustworthiness_k15_vs_X_pca").asDouble() / 3;
        }
        final var picture = Umap.scanpy(2, seed, 2).layout(graph(data), Progress.NONE);
        final double found = Trustworthiness.of(data, picture, K);
        assertTrue(found > expected - TOLERANCE, found + ", umap-learn " + expected);
    }

    @ParameterizedTest
    @CsvSource({"cellmix_5batch", "pbmc_symphony_3batch"})
    void separatesTypesAsUmapLearn(final String dataSet) throws IOException {
        final var labels = Groups.of(new StringColumn(
            GoldenData.column(dataSet + "/metrics/obs.csv", 1).toArray(String[]::new)));
        final var golden = GoldenData.json(dataSet + "/preprocess.json").get("umap");
        final var graph = graph(GoldenData.npyFloat(dataSet + "/X_pca.npy"));
        double expected = 0;
        double found = 0;
        for (int seed = 0; seed < 3; seed++) { // one seed alone varies by 0.05
            expected += golden.get("seed" + seed).get("silhouette_label_on_umap").asDouble() / 3;
            final var picture = Umap.scanpy(2, seed, 2).layout(graph, Progress.NONE);
            found += Arrays.stream(new Silhouette(Metric.EUCLIDEAN, Between.NEAREST, 2)
                .samples(DenseMatrix.of(picture, 2), labels, Progress.NONE)).average().orElseThrow() / 3;
        }
        assertEquals(expected, found, 0.06);
    }

    @Test
    void doesNotDependOnTheNumberOfThreads() throws IOException {
        final var graph = graph(GoldenData.npyFloat("pbmc_symphony_3batch/X_pca.npy"));
        final var one = new Umap(3, 0.1, 1, 20, 5, 4, 1).layout(graph, Progress.NONE);
        assertArrayEquals(one, new Umap(3, 0.1, 1, 20, 5, 4, 3).layout(graph, Progress.NONE));
        assertEquals(3, one[0].length);
        assertNotEquals(one[0][0], new Umap(3, 0.1, 1, 20, 5, 5, 1).layout(graph, Progress.NONE)[0][0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 9})
    void componentsLieApart(final int count) throws IOException {
        final var random = new SplittableRandom(1);
        final var points = new float[count * 40][5];
        for (int i = 0; i < points.length; i++) {
            for (int d = 0; d < 5; d++) {
                points[i][d] = (float)random.nextDouble() + i % count * 1000 * (d == 0 ? 1 : 0);
            }
        }
        final var graph = graph(points);
        assertEquals(count, Components.of(graph).count());
        final var of = new int[points.length];
        Arrays.setAll(of, i -> i % count);
        final var names = IntStream.range(0, count).mapToObj(Integer::toString).toList();
        final var picture = Umap.scanpy(2, 0, 2).layout(graph, Progress.NONE);
        final var silhouettes = new Silhouette(Metric.EUCLIDEAN, Between.NEAREST, 1)
            .samples(DenseMatrix.of(picture, 2), new Groups(of, names), Progress.NONE);
        assertTrue(Arrays.stream(silhouettes).min().orElseThrow() > 0.2, "every cell is nearest to its own component");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 16})
    void equalAndFewCellsGetFinitePlaces(final int cells) throws IOException {
        final var dense = new float[cells][cells];
        for (int i = 0; i < cells; i++) {
            for (int j = 0; j < cells; j++) {
                dense[i][j] = i == j ? 0 : 1;
            }
        }
        final var picture = Umap.scanpy(2, 0, 1).layout(CsrMatrix.fromDense(dense), Progress.NONE);
        assertEquals(cells, picture.length);
        for (final var row : picture) {
            assertTrue(Float.isFinite(row[0]) && Float.isFinite(row[1]));
        }
        final var lonely = Umap.scanpy(2, 0, 1).layout(CsrMatrix.fromDense(new float[cells][cells]), Progress.NONE);
        for (final var row : lonely) {
            assertTrue(Float.isFinite(row[0]) && Float.isFinite(row[1]));
        }
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Umap(1, 0.5, 1, 0, 5, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Umap(2, 2, 1, 0, 5, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Umap(2, Double.NaN, 1, 0, 5, 0, 1));
    }
}
