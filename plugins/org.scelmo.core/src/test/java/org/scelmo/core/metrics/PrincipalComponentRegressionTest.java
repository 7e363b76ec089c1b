package org.scelmo.core.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.DenseMatrix;

/** References: scib 1.2.1, which computes 50 components of 50 dimensions, and scib-metrics 0.6.0. */
class PrincipalComponentRegressionTest {

    private static final double RELATIVE = 1e-6;

    @ParameterizedTest
    @MethodSource("org.scelmo.core.metrics.ReferenceMetrics#all")
    void agreesWithScibAndScibMetrics(final ReferenceMetrics reference) throws IOException {
        final double batch = PrincipalComponentRegression.explained(reference.points(), reference.batches(), Progress.NONE);
        final double label = PrincipalComponentRegression.explained(reference.points(), reference.labels(), Progress.NONE);
        final var scib = reference.scib().get("pc_regression");
        assertNear(scib.get("batch").get("on_embedding_recomputed_pca_n_comps50").asDouble(), batch);
        assertNear(scib.get("label").get("on_embedding_recomputed_pca_n_comps50").asDouble(), label);
        assertNear(reference.scibMetrics().get("pcr_batch_categorical").asDouble(), batch);
        final var before = new ReferenceMetrics(reference.dataSet(), "X_pca");
        final double was =
            PrincipalComponentRegression.explained(before.points(), before.batches(), Progress.NONE);
        assertEquals(reference.scibMetrics().get("pcr_comparison_vs_X_pca").asDouble(),
            PrincipalComponentRegression.comparison(was, batch), RELATIVE);
    }

    private static void assertNear(final double expected, final double actual) {
        assertEquals(expected, actual, RELATIVE * expected);
    }

    @Test
    void groupsThatAreAllTheVarianceExplainAllOfIt() throws IOException {
        final var groups = new Groups(new int[]{0, 0, 1, 1, -1}, List.of("a", "b"));
        final var points = DenseMatrix.of(new float[][]{{1, 5}, {1, 5}, {2, 7}, {2, 7}, {100, 100}}, 2);
        assertEquals(1, PrincipalComponentRegression.explained(points, groups, Progress.NONE));
        assertEquals(0, PrincipalComponentRegression.explained(DenseMatrix.of(new float[5][2], 2), groups, Progress.NONE));
    }

    @Test
    void aShareThatRoseScoresZero() {
        assertEquals(0, PrincipalComponentRegression.comparison(0.2, 0.3));
        assertEquals(0.5, PrincipalComponentRegression.comparison(0.2, 0.1), 1e-15);
    }
}
