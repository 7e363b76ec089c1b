package org.scelmo.core.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.golden.GoldenData;
import org.scelmo.core.io.h5ad.H5adFile;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;

/** Scores that look at genes. References: scib 1.2.1 on three batches of cell lines before and after ComBat. */
class FeatureMetricsTest {

    private static final String FOLDER = "cellmix3_features/";

    private static RowBlocks x(final String name) throws IOException {
        final var rows = new ArrayList<float[]>();
        try (var file = H5adFile.open(GoldenData.path(FOLDER + name));
                var cursor = file.read(Selection.x(), Progress.NONE).data().x().orElseThrow().open()) {
            for (var block = cursor.next(1024); block != null; block = cursor.next(1024)) {
                for (int i = 0; i < block.rows(); i++) {
                    final var row = new float[block.columns()];
                    for (int e = block.begin(i), end = block.end(i); e < end; e++) {
                        row[block.indices()[e]] = block.values()[e];
                    }
                    rows.add(row);
                }
            }
        }
        return RowBlocks.of(CsrMatrix.fromDense(rows.toArray(float[][]::new)));
    }

    private static Frame obs() throws IOException {
        try (var file = H5adFile.open(GoldenData.path(FOLDER + "pre.h5ad"))) {
            return file.read(Selection.x(), Progress.NONE).data().obs();
        }
    }

    private static Groups batches() throws IOException {
        return Groups.of(obs().column("batch").orElseThrow());
    }

    @Test
    void cellCycleConservationAgreesWithScib() throws IOException {
        final var rows = GoldenData.csv(FOLDER + "cell_cycle_scores_per_batch.csv").stream()
            .collect(Collectors.toMap(r -> r[0], r -> r));
        final var cells = obs().index();
        final double[][] phases = Stream.of(1, 2).map(column -> Arrays.stream(cells)
            .mapToDouble(cell -> Double.parseDouble(rows.get(cell)[column])).toArray()).toArray(double[][]::new);
        final var embedding = GoldenData.npyFloat(FOLDER + "post_X_emb_pca30.npy");
        final var scores = new CellCycleConservation(phases).scores(x("pre.h5ad"),
            DenseMatrix.of(embedding, embedding[0].length), batches(), Progress.NONE);
        final var golden = GoldenData.json(FOLDER + "features.json").get("cell_cycle_embed");
        assertEquals(3, scores.size());
        for (int b = 0; b < 3; b++) {
            assertEquals(golden.get("score").get(b).asDouble(), scores.get(golden.get("batch").get(b).asText()), 1e-4);
        }
    }

    @ParameterizedTest
    @CsvSource({"500,hvg_overlap_n500", "200,hvg_overlap_n200"})
    void overlapOfVariableGenesAgreesWithScib(final int genes, final String golden) throws IOException {
        final var scores =
            new HvgOverlap(genes).scores(x("pre.h5ad"), x("post_combat.h5ad"), batches(), Progress.NONE);
        assertEquals(GoldenData.json(FOLDER + "features.json").get(golden).asDouble(),
            scores.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow(), 1e-9);
    }

    @Test
    void whatDidNotChangeIsConserved() throws IOException {
        final var random = new Random(5);
        final var rows = new float[12][40];
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 40; j++) {
                rows[i][j] = random.nextInt(2 + j % 7);
            }
        }
        final var batches = Groups.of(new StringColumn(
            IntStream.range(0, 12).mapToObj(i -> i < 6 ? "a" : "b").toArray(String[]::new)));
        final var x = RowBlocks.of(CsrMatrix.fromDense(rows));
        assertEquals(Map.of("a", 1.0, "b", 1.0), new HvgOverlap(9).scores(x, x, batches, Progress.NONE));
        final double[][] phase = {{1, 5, 2, 8, 3, 3, 9, 1, 4, 4, 2, 7}};
        new CellCycleConservation(phase).scores(x, DenseMatrix.of(rows, 40), batches, Progress.NONE).values()
            .forEach(score -> assertEquals(1, score, 1e-12));
    }

    @Test
    void batchesOfFewCellsHaveNoScore() throws IOException {
        final var x = CsrMatrix.fromDense(new float[][]{{1, 2}, {2, 1}});
        final var batches = new Groups(new int[]{0, 1}, List.of("a", "b"));
        assertEquals(Map.of(), new HvgOverlap(1).scores(RowBlocks.of(x), RowBlocks.of(x), batches, Progress.NONE));
        assertEquals(Map.of(), new CellCycleConservation(new double[][]{{1, 2}}).scores(RowBlocks.of(x),
            DenseMatrix.of(new float[2][2], 2), batches, Progress.NONE));
    }
}
