package org.scelmo.llm.evaluate;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.annotate.ClassificationReport;
import org.scelmo.core.annotate.KnnLabelTransfer;
import org.scelmo.core.annotate.NumpySplit;
import org.scelmo.core.annotate.Prediction;
import org.scelmo.core.annotate.UnassignedRule;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.SelectedRows;
import org.scelmo.core.neighbors.ExactKnn;
import org.scelmo.core.neighbors.Metric;

/**
 * Whether vectors tell the function of genes: labels of a random part are predicted from the nearest genes of the
 * other. The paper's setting is k = 10 and one fifth held out (accuracy 0.931 for the functions of Geneformer's table);
 * its metric and seed are not published.
 *
 * @param metric which distance
 * @param k number of neighbors
 * @param testFraction part held out, as scikit-learn's {@code train_test_split}
 * @param seed of the split, 0 to 2<sup>32</sup> − 1
 */
public record FunctionPrediction(Metric metric, int k, double testFraction, long seed) {

    /** k = 10, one fifth held out, cosine, seed 0. */
    public static final FunctionPrediction PAPER = new FunctionPrediction(Metric.COSINE, 10, 0.2, 0);

    /**
     * @param rows of the genes held out, in the order of the split
     * @param predictions one for each of them
     * @param report predicted against true labels
     */
    public record Result(int[] rows, List<Prediction> predictions, ClassificationReport report) {
    }

    /**
     * @param vectors genes × dimensions
     * @param labels of each gene; null for a gene that takes no part
     * @param threads how many threads compute
     * @param progress asked for cancellation
     * @return what was predicted
     * @throws IOException if the vectors cannot be read
     * @throws ScelmoException if fewer than k labeled genes are left to learn from
     */
    public Result predict(final DenseMatrix vectors, final List<String> labels, final int threads,
        final Progress progress) throws IOException {
        final var labeled = IntStream.range(0, labels.size()).filter(i -> labels.get(i) != null).toArray();
        final int test = (int)Math.ceil(testFraction * labeled.length);
        if (labeled.length - test < k || test < 1) {
            throw new ScelmoException(
                "%,d genes have a label: too few for %d neighbors with %.0f %% held out.".formatted(labeled.length, k,
                    100 * testFraction),
                "Label more genes.", "Lower the number of neighbors.");
        }
        final var split = NumpySplit.of(labeled.length, testFraction, seed);
        final var train = select(labeled, split.train());
        final var held = select(labeled, split.test());
        final var neighbors = new ExactKnn(metric, k, false, threads).search(new SelectedRows(vectors, held),
            new SelectedRows(vectors, train), progress);
        final var predictions = new KnnLabelTransfer().predict(neighbors, labels(labels, train));
        final var predicted = predictions.stream().map(Prediction::label).toList();
        return new Result(held, predictions,
            ClassificationReport.of(labels(labels, held), predicted, UnassignedRule.OWN_CLASS));
    }

    private static int[] select(final int[] from, final int[] indices) {
        return Arrays.stream(indices).map(i -> from[i]).toArray();
    }

    private static List<String> labels(final List<String> labels, final int[] rows) {
        return Arrays.stream(rows).mapToObj(labels::get).toList();
    }
}
