package org.scelmo.core.preprocess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.core.Progress;
import org.scelmo.core.golden.GoldenData;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.SelectedBlocks;
import org.scelmo.core.preprocess.HighlyVariableGenes.Flavor;

/** Against scanpy 1.9.8 with the solver arpack: 50 components of log-normalized expression, not scaled. */
class PcaGoldenTest {

    private static final int COUNT = 50;
    /** Relative; scanpy computes in float32. */
    private static final double VARIANCE = 1e-4;
    /** Sine of the largest principal angle between the subspaces. */
    private static final double ANGLE = 1e-3;
    /** Of scores, relative to the standard deviation of the component. */
    private static final double SCORE = 1e-2;
    /** The leading components are well apart, so that they agree one by one, with their sign. */
    private static final int APART = 3;

    private static RowBlocks input(final ScanpyData reference) throws IOException {
        final var data = reference.expressed();
        final var x = data.x().orElseThrow();
        if (!reference.hasCounts()) {
            return x;
        }
        final var genes = HighlyVariableGenes
            .find(reference.logNormalized(x), Flavor.SEURAT, HvgChoice.top(2000), Progress.NONE).indices();
        final var all = IntStream.range(0, data.cells()).toArray();
        // normalized over all genes, then cut
        return RowBlocks.of(ScanpyData.whole(
            new SelectedBlocks(reference.logNormalized(x), all, genes)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pbmc4k_soupx", "cellmix_5batch", "pbmc_symphony_3batch"})
    void findsTheSubspaceThatScanpyFinds(final String name) throws IOException {
        final var reference = ScanpyData.of(name);
        final var x = input(reference);
        final var pca = Pca.of(x, COUNT, 0, Progress.NONE);
        final var golden = reference.golden().get("pca");
        for (int k = 0; k < COUNT; k++) {
            final double variance = golden.get("variance").get(k).asDouble();
            assertEquals(variance, pca.variance()[k], VARIANCE * variance, "component " + k);
            final double ratio = golden.get("variance_ratio").get(k).asDouble();
            assertEquals(ratio, pca.varianceRatio()[k], VARIANCE * ratio, "component " + k);
        }
        final double sine = largestSine(pca.components(), GoldenData.npy(name + "/PCs.npy"));
        assertTrue(sine < ANGLE, "sine of the largest angle: " + sine);
        assertScores(pca, x, GoldenData.npy(name + "/X_pca.npy"));
    }

    /** scanpy's {@code scale(max_value=10)} before. */
    @ParameterizedTest
    @ValueSource(strings = {"pbmc4k_soupx", "cellmix_5batch", "pbmc_symphony_3batch"})
    void findsTheVarianceOfScaledGenesThatScanpyFinds(final String name) throws IOException {
        final var reference = ScanpyData.of(name);
        final var x = input(reference);
        final var scaled = RowBlocks.of(ScanpyData.whole(Scaling.of(x, Progress.NONE).centered(x, 10)));
        final var pca = Pca.of(scaled, COUNT, 0, Progress.NONE);
        final var golden = reference.golden().get("pca_scaled");
        for (int k = 0; k < COUNT; k++) {
            final double variance = golden.get("variance").get(k).asDouble();
            assertEquals(variance, pca.variance()[k], VARIANCE * variance, "component " + k);
            final double ratio = golden.get("variance_ratio").get(k).asDouble();
            assertEquals(ratio, pca.varianceRatio()[k], VARIANCE * ratio, "component " + k);
        }
        assertScores(pca, scaled, GoldenData.npy(name + "/X_pca_scaled.npy"));
    }

    private static void assertScores(final Pca pca, final RowBlocks x, final double[][] expected) throws IOException {
        final int[] row = {0};
        pca.scores(x, (rows, count) -> {
            for (int i = 0; i < count; i++, row[0]++) {
                for (int k = 0; k < APART; k++) {
                    assertEquals(expected[row[0]][k], rows[i][k], SCORE * Math.sqrt(pca.variance()[k]),
                        "cell " + row[0] + ", component " + k);
                }
            }
        }, Progress.NONE);
        assertEquals(expected.length, row[0]);
    }

    /** Of unit vectors as rows against unit vectors as columns: what is left of the latter outside the former. */
    private static double largestSine(final double[][] rows, final double[][] columns) {
        final int genes = columns.length;
        final var left = new double[COUNT][genes];
        for (int k = 0; k < COUNT; k++) {
            for (int j = 0; j < genes; j++) {
                left[k][j] = columns[j][k];
            }
            for (final var row : rows) {
                double dot = 0;
                for (int j = 0; j < genes; j++) {
                    dot += row[j] * columns[j][k];
                }
                for (int j = 0; j < genes; j++) {
                    left[k][j] -= dot * row[j];
                }
            }
        }
        final var gram = new double[COUNT][COUNT];
        for (int a = 0; a < COUNT; a++) {
            for (int b = 0; b < COUNT; b++) {
                for (int j = 0; j < genes; j++) {
                    gram[a][b] += left[a][j] * left[b][j];
                }
            }
        }
        return Math.sqrt(SymmetricEigen.of(gram).values()[0]);
    }
}
