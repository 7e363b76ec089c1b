package org.scelmo.core.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scelmo.core.Progress;
import org.scelmo.core.golden.GoldenData;
import org.scelmo.core.golden.GoldenEmbedding;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Against numpy in float64 (X float32, vectors float32). Tolerance: 1e-6 of the largest element; float32 rounds each of
 * some hundred terms.
 */
class CellEmbedderGoldenTest {

    private static final double TOLERANCE = 1e-6;

    @Test
    void smallCase() throws IOException {
        final var golden = GoldenData.json("scelmo/golden.json");
        final var x = floats(golden.at("/adaptor_input/X"));
        final var vectors = floats(golden.at("/adaptor_input/E"));
        for (final var mode : List.of("aa", "wa")) {
            final var expected = golden.at("/zero_shot/" + mode);
            final var rows = new ArrayList<float[]>();
            new CellEmbedder(vectors, vectors[0].length, GoldenEmbedding.averaging(mode), 1)
                .embed(RowBlocks.of(CsrMatrix.fromDense(x)), (r, n) -> {
                    for (int i = 0; i < n; i++) {
                        rows.add(r[i].clone());
                    }
                }, Progress.NONE);
            assertEquals(expected.size(), rows.size());
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < vectors[0].length; j++) {
                    assertEquals(expected.get(i).get(j).doubleValue(), rows.get(i)[j], TOLERANCE);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"pbmc4k_soupx,aa_seeded1536", "pbmc4k_soupx,wa_seeded1536", "pbmc4k_soupx,aa_hgnc_svd128",
        "pbmc4k_soupx,wa_hgnc_svd128", "pbmc_symphony_3batch,aa_seeded1536", "pbmc_symphony_3batch,wa_seeded1536",
        "pbmc_symphony_3batch,aa_hgnc_svd128", "pbmc_symphony_3batch,wa_hgnc_svd128"})
    void realCells(final String dataSet, final String embedding) throws IOException {
        final var folder = dataSet + "/scelmo/";
        final var truth = GoldenData.json(folder + "scelmo_knn.json").at("/embeddings/" + embedding);
        final double tolerance = TOLERANCE * truth.get("max_abs").doubleValue();
        final var actual = GoldenEmbedding.compute(dataSet, embedding);
        final var first = GoldenData.npy(folder + embedding + "_first100_f64.npy");
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < first[i].length; j++) {
                assertEquals(first[i][j], actual[i][j], tolerance, "cell " + i + ", dimension " + j);
            }
        }
        final var sums = GoldenData.csv(folder + embedding + "_rowsums.csv");
        assertEquals(sums.size(), actual.length);
        for (int i = 0; i < actual.length; i++) {
            double sum = 0;
            double squares = 0;
            for (final double value : actual[i]) {
                sum += value;
                squares += value * value;
            }
            assertEquals(Double.parseDouble(sums.get(i)[0]), sum, tolerance * actual[i].length);
            assertEquals(Double.parseDouble(sums.get(i)[1]), Math.sqrt(squares), tolerance * actual[i].length);
        }
    }

    private static float[][] floats(final JsonNode rows) {
        final var matrix = new float[rows.size()][rows.get(0).size()];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                matrix[i][j] = rows.get(i).get(j).floatValue();
            }
        }
        return matrix;
    }
}
