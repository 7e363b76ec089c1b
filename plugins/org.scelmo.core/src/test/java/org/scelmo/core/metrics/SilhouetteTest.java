package org.scelmo.core.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.golden.GoldenData;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.metrics.Silhouette.Between;
import org.scelmo.core.neighbors.Metric;

/** References are those of scikit-learn's definition (scib 1.2.1, scib-metrics 0.6.0), in float64. */
class SilhouetteTest {

    private static final double RELATIVE = 1e-6;

    private static double mean(final double[] samples) {
        return Arrays.stream(samples).average().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("org.scelmo.core.metrics.ReferenceMetrics#all")
    void agreesWithScibOnLabels(final ReferenceMetrics reference) throws IOException {
        final var euclidean = new Silhouette(Metric.EUCLIDEAN, Between.NEAREST, 2).samples(reference.points(),
            reference.labels(), Progress.NONE);
        final double expected = reference.scib().get("silhouette_label_scaled").asDouble();
        assertEquals(expected, (mean(euclidean) + 1) / 2, RELATIVE * expected);
        final var samples = GoldenData.npyVector(reference.file("silhouette_label_samples.npy"));
        assertArrayEquals(samples, euclidean, 2e-6);
        final var cosine = new Silhouette(Metric.COSINE, Between.NEAREST, 2).samples(reference.points(),
            reference.labels(), Progress.NONE);
        final double expectedCosine = reference.scib().get("silhouette_label_cosine_scaled").asDouble();
        assertEquals(expectedCosine, (mean(cosine) + 1) / 2, RELATIVE * expectedCosine);
    }

    @ParameterizedTest
    @MethodSource("org.scelmo.core.metrics.ReferenceMetrics#all")
    void agreesWithScibOnBatches(final ReferenceMetrics reference) throws IOException {
        final var scores = new BatchSilhouette(new Silhouette(Metric.EUCLIDEAN, Between.NEAREST, 2))
            .scores(reference.points(), reference.labels(), reference.batches(), Progress.NONE);
        final var expected = reference.scib().get("silhouette_batch_scaled").get("per_label");
        assertEquals(expected.size(), scores.size());
        scores.forEach((label, score) -> assertEquals(expected.get(label).asDouble(), score,
            RELATIVE * expected.get(label).asDouble(), label));
    }

    @ParameterizedTest
    @MethodSource("org.scelmo.core.metrics.ReferenceMetrics#all")
    void agreesWithScibMetricsOnBras(final ReferenceMetrics reference) throws IOException {
        assertEquals(reference.scibMetrics().get("bras").asDouble(), bras(reference, Between.MEAN_OTHER), RELATIVE);
        assertEquals(reference.scibMetrics().get("bras_furthest").asDouble(), bras(reference, Between.FURTHEST),
            RELATIVE);
    }

    private static double bras(final ReferenceMetrics reference, final Between between) throws IOException {
        return new BatchSilhouette(new Silhouette(Metric.COSINE, between, 2))
            .scores(reference.points(), reference.labels(), reference.batches(), Progress.NONE).values().stream()
            .mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Between.class)
    void doesNotDependOnThreadsAndAgreesWithBruteForce(final Between between) throws IOException {
        agreesWithBruteForce(between, 1217, 7);
        agreesWithBruteForce(between, 99, 259);
    }

    private static void agreesWithBruteForce(final Between between, final int cells, final int dimensions)
        throws IOException {
        final var random = new Random(3);
        final var rows = new float[cells][dimensions];
        final var of = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            of[i] = random.nextInt(5) - 1;
            for (int k = 0; k < dimensions; k++) {
                rows[i][k] = (float)random.nextGaussian() + of[i];
            }
        }
        final var groups = new Groups(of, List.of("a", "b", "c", "d"));
        final var points = DenseMatrix.of(rows, dimensions);
        final var one = new Silhouette(Metric.EUCLIDEAN, between, 1).samples(points, groups, Progress.NONE);
        assertArrayEquals(one,
            new Silhouette(Metric.EUCLIDEAN, between, 3).samples(points, groups, Progress.NONE));
        for (int i = 0; i < rows.length; i += 13) {
            assertEquals(of[i] < 0 ? 0 : bruteForce(rows, groups, i, between), one[i], 1e-6, "cell " + i);
        }
    }

    private static double bruteForce(final float[][] rows, final Groups groups, final int i, final Between between) {
        final var sums = new double[groups.count()];
        for (int j = 0; j < rows.length; j++) {
            double square = 0;
            for (int k = 0; k < rows[i].length; k++) {
                square += Math.pow((double)rows[i][k] - rows[j][k], 2);
            }
            if (groups.of()[j] >= 0) {
                sums[groups.of()[j]] += Math.sqrt(square);
            }
        }
        final var sizes = groups.sizes();
        final int own = groups.of()[i];
        final double within = sums[own] / (sizes[own] - 1);
        double other = between == Between.NEAREST ? Double.MAX_VALUE : 0;
        double all = 0;
        int count = 0;
        for (int g = 0; g < sums.length; g++) {
            if (g != own) {
                final double m = sums[g] / sizes[g];
                other = between == Between.NEAREST ? Math.min(other, m) : Math.max(other, m);
                all += sums[g];
                count += sizes[g];
            }
        }
        other = between == Between.MEAN_OTHER ? all / count : other;
        return (other - within) / Math.max(other, within);
    }

    @Test
    void aCellAloneAndEqualPointsScoreZero() throws IOException {
        final var silhouette = new Silhouette(Metric.EUCLIDEAN, Between.NEAREST, 1);
        final var equal = DenseMatrix.of(new float[][]{{1, 1}, {1, 1}, {1, 1}, {1, 1}}, 2);
        assertArrayEquals(new double[4],
            silhouette.samples(equal, new Groups(new int[]{0, 0, 1, 1}, List.of("a", "b")), Progress.NONE));
        final var apart = DenseMatrix.of(new float[][]{{1, 1}, {1, 1}, {1, 1}, {4, 1}}, 2);
        assertArrayEquals(new double[]{1, 1, 1, 0},
            silhouette.samples(apart, new Groups(new int[]{0, 0, 0, 1}, List.of("a", "b")), Progress.NONE));
    }

    @Test
    void oneGroupIsRefused() {
        final var points = DenseMatrix.of(new float[2][2], 2);
        assertThrows(IllegalArgumentException.class, () -> new Silhouette(Metric.EUCLIDEAN, Between.NEAREST, 1)
            .samples(points, new Groups(new int[2], List.of("a")), Progress.NONE));
    }
}
