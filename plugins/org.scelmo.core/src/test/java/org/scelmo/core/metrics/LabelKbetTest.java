package org.scelmo.core.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.metrics.LabelKbet.Diffusion;
import org.scelmo.core.neighbors.Connectivities;

/** References: scib 1.2.1 with kBET 0.99.6 of R, and scib-metrics 0.6.0. */
class LabelKbetTest {

    /** scib leaves out whichever of the k neighbors its partial sort puts last, and R tests a random tenth of cells. */
    private static final double ARBITRARY = 0.025;
    /**
     * In the reference, half of the cells are up to 8e-7 away from themselves by rounding, which UMAP takes for the
     * distance of their nearest neighbor: their graph differs. And each label of few cells lowers the number of
     * components for all labels that follow in the alphabet.
     */
    private static final double ROUNDED = 0.025;

    private static CsrMatrix graph(final ReferenceMetrics reference) throws IOException {
        return Connectivities.of(reference.neighbors(49));
    }

    private static double mean(final Map<String, Double> scores) {
        return scores.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("org.scelmo.core.metrics.ReferenceMetrics#all")
    void agreesWithScib(final ReferenceMetrics reference) throws IOException {
        final var scores = new LabelKbet(Diffusion.RANDOM_WALKS, 0.05, 2).scores(graph(reference), reference.labels(),
            reference.batches(), Progress.NONE);
        assertEquals(reference.scib().get("kBET").get("score_scaled_mean").asDouble(), mean(scores), ARBITRARY);
    }

    @ParameterizedTest
    @MethodSource("org.scelmo.core.metrics.ReferenceMetrics#all")
    void agreesWithScibMetrics(final ReferenceMetrics reference) throws IOException {
        assertEquals(reference.scibMetrics().get("kbet_per_label_k50").get("score").asDouble(),
            mean(onDiffusionMap(reference)), ROUNDED);
    }

    /**
     * The numbers are those of scib-metrics 0.6.0's steps written in numpy 1.24, with all eigenvectors, 100 components
     * for every label and self-distances of 0; with the reference's self-distances the same script gives its numbers.
     */
    @ParameterizedTest
    @CsvSource({"pbmc_symphony_3batch,X_pca,0.12506", "pbmc_symphony_3batch,X_harmony,0.96801",
        "cellmix_5batch,X_pca,0.21126", "cellmix_5batch,X_harmony,0.55326"})
    void agreesWithTheExactSteps(final String dataSet, final String embedding, final double expected)
        throws IOException {
        assertEquals(expected, mean(onDiffusionMap(new ReferenceMetrics(dataSet, embedding))), 1.5e-3);
    }

    private static Map<String, Double> onDiffusionMap(final ReferenceMetrics reference) throws IOException {
        return new LabelKbet(Diffusion.DIFFUSION_MAP, 0.05, 2).scores(graph(reference), reference.labels(),
            reference.batches(), Progress.NONE);
    }

    @Test
    void smallAndUnmixedLabelsHaveNoScore() throws IOException {
        final int cells = 60;
        final var label = new int[cells];
        final var batch = new int[cells];
        for (int i = 0; i < cells; i++) {
            label[i] = i < 6 ? 0 : i < 30 ? 1 : 2;
            batch[i] = label[i] == 1 ? 0 : i % 2;
        }
        final var labels = new Groups(label, List.of("small", "one batch", "mixed"));
        final var batches = new Groups(batch, List.of("x", "y"));
        for (final var diffusion : Diffusion.values()) {
            assertEquals(Map.of("mixed", 1.0),
                new LabelKbet(diffusion, 0.05, 1).scores(ring(cells, 8), labels, batches, Progress.NONE));
        }
    }

    @Test
    void labelsInPiecesAreNotMixed() throws IOException {
        final int cells = 40;
        final var pieces = new float[cells][cells];
        for (int i = 0; i < cells; i += 2) { // pairs
            pieces[i][i + 1] = 1;
            pieces[i + 1][i] = 1;
        }
        final var batch = new int[cells];
        for (int i = 0; i < cells; i++) {
            batch[i] = i % 2;
        }
        final var labels = new Groups(new int[cells], List.of("a"));
        for (final var diffusion : Diffusion.values()) {
            assertEquals(Map.of("a", 0.0), new LabelKbet(diffusion, 0.05, 2).scores(CsrMatrix.fromDense(pieces), labels,
                new Groups(batch, List.of("x", "y")), Progress.NONE));
        }
    }

    /** Each cell is tied to the nearest ones on a circle, the closer the tighter. */
    private static CsrMatrix ring(final int cells, final int reach) {
        final var graph = new float[cells][cells];
        for (int i = 0; i < cells; i++) {
            for (int d = 1; d <= reach; d++) {
                graph[i][(i + d) % cells] = 1F / d;
                graph[(i + d) % cells][i] = 1F / d;
            }
        }
        return CsrMatrix.fromDense(graph);
    }
}
