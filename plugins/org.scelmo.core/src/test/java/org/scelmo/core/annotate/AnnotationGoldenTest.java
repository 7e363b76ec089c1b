package org.scelmo.core.annotate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scelmo.core.Progress;
import org.scelmo.core.golden.GoldenData;
import org.scelmo.core.golden.GoldenEmbedding;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.neighbors.ExactKnn;
import org.scelmo.core.neighbors.Metric;
import org.scelmo.core.neighbors.Neighbors;

import com.fasterxml.jackson.databind.JsonNode;

/** Against scikit-learn 1.2.1 (brute force, k = 10): predictions identical, scores to 1e-12. */
class AnnotationGoldenTest {

    private static final int K = 10;
    private static final double TOLERANCE = 1e-12;

    static Stream<Arguments> realCells() {
        return Stream.of("pbmc4k_soupx", "pbmc_symphony_3batch")
            .flatMap(dataSet -> Stream
                .of("aa_seeded1536", "wa_seeded1536", "aa_hgnc_svd128", "wa_hgnc_svd128", "X_pca")
                .map(embedding -> Arguments.of(dataSet, embedding)));
    }

    /** scikit-learn gives a tie to the alphabetically first label. */
    @ParameterizedTest
    @MethodSource
    void realCells(final String dataSet, final String embedding) throws IOException {
        final var folder = dataSet + "/scelmo/";
        final var rows = GoldenEmbedding.compute(dataSet, embedding);
        final var split = GoldenData.csv(folder + "split.csv");
        final var reference = new ArrayList<float[]>();
        final var labels = new ArrayList<String>();
        final var query = new ArrayList<float[]>();
        final var truth = new ArrayList<String>();
        for (int i = 0; i < rows.length; i++) {
            final boolean train = split.get(i)[2].equals("train");
            (train ? reference : query).add(rows[i]);
            (train ? labels : truth).add(split.get(i)[1]);
        }
        for (final var metric : Metric.values()) {
            final var name = metric.name().toLowerCase(Locale.ROOT);
            final var predicted = predict(
                search(query.toArray(float[][]::new), reference.toArray(float[][]::new), metric), labels,
                TieRule.ALPHABETICAL);
            final var file = folder + "knn_pred_" + embedding + "_" + name + ".csv";
            assertEquals(GoldenData.column(file, 0), truth);
            assertEquals(GoldenData.column(file, 1), predicted, name);
            checkScores(GoldenData.json(folder + "scelmo_knn.json")
                .at("/embeddings/" + embedding + "/knn/sklearn_" + name), truth, predicted);
        }
    }

    private static void checkScores(final JsonNode expected, final List<String> truth, final List<String> predicted) {
        final var report = ClassificationReport.of(truth, predicted, UnassignedRule.OWN_CLASS);
        assertEquals(expected.get("accuracy").doubleValue(), report.accuracy(), TOLERANCE);
        assertEquals(expected.get("macro_precision").doubleValue(), report.macroPrecision(), TOLERANCE);
        assertEquals(expected.get("macro_recall").doubleValue(), report.macroRecall(), TOLERANCE);
        assertEquals(expected.get("macro_f1").doubleValue(), report.macroF1(), TOLERANCE);
        assertEquals(expected.get("weighted_f1").doubleValue(), report.weightedF1(), TOLERANCE);
        final var confusion = expected.get("confusion_true_rows");
        assertEquals(texts(expected.get("labels")), report.labels());
        for (int i = 0; i < confusion.size(); i++) {
            final var row = confusion.get(i);
            assertArrayEquals(IntStream.range(0, row.size()).mapToLong(j -> row.get(j).longValue()).toArray(),
                report.confusion()[i]);
        }
    }

    /** The authors' tie rule and scikit-learn's, on 60 cells where they differ. */
    @Test
    void bothTieRules() throws IOException {
        final var metrics = GoldenData.json("scelmo/golden.json").get("metrics");
        final var expected = metrics.get("knn_annotation");
        final var reference = new ArrayList<float[]>();
        final var labels = new ArrayList<String>();
        final var query = new ArrayList<float[]>();
        final var truth = new ArrayList<String>();
        for (int i = 0; i < metrics.get("X").size(); i++) {
            final var row = metrics.get("X").get(i);
            final var values = new float[row.size()];
            for (int j = 0; j < values.length; j++) {
                values[j] = row.get(j).floatValue();
            }
            (i % 5 != 0 ? reference : query).add(values);
            (i % 5 != 0 ? labels : truth).add(metrics.get("label").get(i).asText());
        }
        final var found = search(query.toArray(float[][]::new), reference.toArray(float[][]::new), Metric.COSINE);
        final var nearestFirst = predict(found, labels, TieRule.NEAREST_FIRST);
        assertEquals(texts(expected.get("pred")), nearestFirst);
        assertEquals(texts(expected.get("pred_if_tie_smallest_label")),
            predict(found, labels, TieRule.ALPHABETICAL));
        final var report = ClassificationReport.of(truth, nearestFirst, UnassignedRule.OWN_CLASS);
        assertEquals(expected.get("acc").doubleValue(), report.accuracy(), TOLERANCE);
        assertEquals(expected.get("macro").get(0).doubleValue(), report.macroPrecision(), TOLERANCE);
        assertEquals(expected.get("macro").get(1).doubleValue(), report.macroRecall(), TOLERANCE);
        assertEquals(expected.get("macro").get(2).doubleValue(), report.macroF1(), TOLERANCE);
    }

    private static Neighbors search(final float[][] query, final float[][] reference, final Metric metric)
        throws IOException {
        final int columns = reference[0].length;
        return new ExactKnn(metric, K, false, 2).search(DenseMatrix.of(query, columns),
            DenseMatrix.of(reference, columns), Progress.NONE);
    }

    private static List<String> predict(final Neighbors neighbors, final List<String> labels, final TieRule rule) {
        return new KnnLabelTransfer(rule, 0, 3).predict(neighbors, labels).stream().map(Prediction::label).toList();
    }

    private static List<String> texts(final JsonNode list) {
        return IntStream.range(0, list.size()).mapToObj(i -> list.get(i).asText()).toList();
    }
}
