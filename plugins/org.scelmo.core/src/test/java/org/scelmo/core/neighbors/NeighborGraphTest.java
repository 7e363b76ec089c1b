package org.scelmo.core.neighbors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scelmo.core.Progress;
import org.scelmo.core.golden.GoldenData;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;

class NeighborGraphTest {

    private static final int K = 14;

    private static DenseMatrix points(final int rows, final int columns) {
        final var random = new SplittableRandom(3);
        final var points = new float[rows][columns];
        for (final var row : points) {
            final int group = random.nextInt(12);
            for (int j = 0; j < columns; j++) {
                row[j] = (float)(random.nextDouble() + random.nextDouble() + (j == group ? 2 : 0));
            }
        }
        return DenseMatrix.of(points, columns);
    }

    private static NeighborGraph graph(final DenseMatrix points, final Metric metric, final int mostExact,
        final int threads) throws IOException {
        return NeighborGraph.of(points, metric, K, mostExact, 5, threads, Progress.NONE);
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void approximateSearchFindsNearlyAllAndTellsHowMany(final Metric metric) throws IOException {
        final var points = points(3000, 20);
        final var exact = graph(points, metric, 3000, 2);
        final var found = graph(points, metric, 2999, 2);
        assertTrue(exact.recall().isEmpty());
        long hits = 0;
        for (int i = 0; i < 3000; i++) {
            final var truth = exact.neighbors().indices()[i];
            hits += Arrays.stream(found.neighbors().indices()[i])
                .filter(j -> Arrays.stream(truth).anyMatch(t -> t == j)).count();
            assertEquals(K, found.neighbors().indices()[i].length);
        }
        final double recall = hits / (3000.0 * K);
        assertTrue(recall > 0.97, "recall " + recall);
        assertEquals(recall, found.recall().orElseThrow(), 0.01, "a third of the cells is a good sample");
    }

    @Test
    void approximateSearchDependsOnTheSeedAloneAndNotOnThreads() throws IOException {
        final var points = points(2000, 10);
        final var one = graph(points, Metric.EUCLIDEAN, 0, 1).neighbors();
        final var two = graph(points, Metric.EUCLIDEAN, 0, 3).neighbors();
        assertArrayEquals(one.indices(), two.indices());
        assertArrayEquals(one.distances(), two.distances());
    }

    @Test
    void moreNeighborsThanTheSmallestLeavesHoldAreFound() throws IOException {
        final var points = points(1200, 10);
        final var exact = new ExactKnn(Metric.EUCLIDEAN, 60, true, 2).search(points, points, Progress.NONE);
        final var found = new ApproximateKnn(Metric.EUCLIDEAN, 60, 1, 2).search(points, Progress.NONE);
        int equal = 0;
        for (int i = 0; i < 1200; i++) {
            equal += Arrays.equals(exact.indices()[i], found.indices()[i]) ? 1 : 0;
        }
        assertTrue(equal > 1000, equal + " of 1,200 rows have all their neighbors");
    }

    @Test
    void distancesAreThoseOfTheExactSearch() throws IOException {
        final var points = points(500, 10);
        final var exact = graph(points, Metric.EUCLIDEAN, 500, 1);
        final var found = graph(points, Metric.EUCLIDEAN, 0, 1);
        assertArrayEquals(exact.neighbors().distances()[7], found.neighbors().distances()[7]);
    }

    @Test
    void equalPointsGetOthersToo() throws IOException {
        final var found = graph(DenseMatrix.of(new float[300][4], 4), Metric.EUCLIDEAN, 0, 2);
        for (int i = 0; i < 300; i++) {
            assertEquals(K, found.neighbors().indices()[i].length);
            final int own = i;
            assertTrue(Arrays.stream(found.neighbors().indices()[i]).noneMatch(j -> j == own));
        }
        found.connectivities().checkStructure();
    }

    /** scanpy 1.9.8, n_neighbors = 15. */
    @Test
    void distancesAgreeWithScanpy() throws IOException {
        final var rows = GoldenData.npyFloat("pbmc4k_soupx/X_pca.npy");
        final var golden = GoldenData.json("pbmc4k_soupx/preprocess.json").get("neighbors");
        final var distances =
            graph(DenseMatrix.of(rows, rows[0].length), Metric.EUCLIDEAN, NeighborGraph.MOST_EXACT, 2).distances()
                .checkStructure();
        assertEquals(golden.get("dist_nnz").asLong(), distances.nnz());
        double sum = 0;
        for (int i = 0; i < distances.rows(); i++) {
            sum += distances.rowSum(i);
        }
        assertEquals(golden.get("dist_sum").asDouble(), sum, 1e-5 * sum);
    }

    @Test
    void refusesFewCellsAndValuesThatAreNotFinite() {
        final var few = DenseMatrix.of(new float[K][2], 2);
        assertThrows(NeighborSearchException.class, () -> graph(few, Metric.COSINE, 100, 1));
        assertThrows(NeighborSearchException.class, () -> graph(few, Metric.COSINE, 0, 1));
        final var rows = new float[40][2];
        rows[17][1] = Float.NaN;
        for (final int mostExact : new int[]{0, 100}) {
            final var refused = assertThrows(NonFiniteValueException.class,
                () -> graph(DenseMatrix.of(rows, 2), Metric.EUCLIDEAN, mostExact, 1));
            assertEquals(17, refused.row());
        }
    }
}
