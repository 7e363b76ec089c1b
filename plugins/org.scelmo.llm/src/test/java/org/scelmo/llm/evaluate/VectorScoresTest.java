package org.scelmo.llm.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.embedding.Provenance;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.neighbors.Metric;

class VectorScoresTest {

    @Test
    void stabilityIsTheMeanOfAllPairs() {
        final var random = new Random(3);
        final var groups = new ArrayList<Stability.Answers>();
        for (final int answers : new int[]{3, 1, 4}) {
            final var vectors = new ArrayList<float[]>();
            for (int i = 0; i < answers; i++) {
                vectors.add(new float[]{random.nextFloat(), random.nextFloat() - 0.5f, random.nextFloat()});
            }
            groups.add(new Stability.Answers("g" + groups.size(), vectors));
        }
        final var stability = Stability.of(groups);
        final var within = new ArrayList<Double>();
        final var between = new ArrayList<Double>();
        for (int a = 0; a < groups.size(); a++) {
            for (int b = 0; b <= a; b++) {
                for (int i = 0; i < groups.get(a).vectors().size(); i++) {
                    for (int j = 0; j < (a == b ? i : groups.get(b).vectors().size()); j++) {
                        (a == b ? within : between)
                            .add(cosine(groups.get(a).vectors().get(i), groups.get(b).vectors().get(j)));
                    }
                }
            }
        }
        assertEquals(mean(within), stability.within(), 1e-12);
        assertEquals(mean(between), stability.between(), 1e-12);
        assertEquals(List.of("g0", "g2"), stability.names().stream().map(Stability.OfName::name).toList());
        assertEquals(mean(within.subList(0, 3)), stability.names().get(0).mean(), 1e-12);
        assertEquals(within.subList(0, 3).stream().min(Double::compare).get(), stability.names().get(0).least(), 1e-12);
    }

    @Test
    void stabilityWithoutPairsIsNotANumber() {
        final var one = Stability.of(List.of(new Stability.Answers("a", List.of(new float[]{1, 0}))));
        assertTrue(Double.isNaN(one.within()) && Double.isNaN(one.between()) && one.names().isEmpty());
    }

    @Test
    void nearestNamesComeBySimilarity() throws IOException {
        final var embedding = new FeatureEmbedding(List.of("INS", "GCG", "CD3E"),
            DenseMatrix.of(new float[][]{{1, 0}, {1, 1}, {-1, 0}}, 2), Provenance.unknown());
        final var near = NearestNames.of(embedding, new float[][]{{3, 0.1f}}, 10, 1, Progress.NONE).get(0);
        assertEquals(List.of("INS", "GCG", "CD3E"), near.stream().map(NearestNames.Near::name).toList());
        assertEquals(cosine(new float[]{3, 0.1f}, new float[]{1, 1}), near.get(1).cosine(), 1e-12);
        assertThrows(ScelmoException.class,
            () -> NearestNames.of(embedding, new float[][]{{1, 2, 3}}, 1, 1, Progress.NONE));
    }

    @Test
    void functionsOfWellSeparatedGenesArePredicted() throws IOException {
        final var random = new Random(5);
        final var vectors = new float[200][8];
        final var labels = new ArrayList<String>();
        for (int i = 0; i < vectors.length; i++) {
            for (int j = 0; j < 8; j++) {
                vectors[i][j] = (float)random.nextGaussian() * 0.1f + (j == i % 4 ? 1 : 0);
            }
            labels.add(i % 10 == 9 ? null : "function " + i % 4);
        }
        final var result = FunctionPrediction.PAPER.predict(DenseMatrix.of(vectors, 8), labels, 1, Progress.NONE);
        assertEquals(1, result.report().accuracy());
        assertEquals(36, result.rows().length);
        assertEquals(36, Arrays.stream(result.rows()).distinct().filter(i -> labels.get(i) != null).count());
    }

    @Test
    void tooFewLabelsAreTold() {
        final var labels = Arrays.asList("a", null, "b");
        assertThrows(ScelmoException.class, () -> new FunctionPrediction(Metric.COSINE, 2, 0.5, 1)
            .predict(DenseMatrix.of(new float[3][2], 2), labels, 1, Progress.NONE));
    }

    private static double cosine(final float[] a, final float[] b) {
        double dot = 0;
        double aa = 0;
        double bb = 0;
        for (int j = 0; j < a.length; j++) {
            dot += (double)a[j] * b[j];
            aa += (double)a[j] * a[j];
            bb += (double)b[j] * b[j];
        }
        return dot / Math.sqrt(aa * bb);
    }

    private static double mean(final List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
