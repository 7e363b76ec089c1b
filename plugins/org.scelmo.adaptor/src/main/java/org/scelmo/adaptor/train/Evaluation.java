package org.scelmo.adaptor.train;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.scelmo.adaptor.network.AdaptorNetwork;
import org.scelmo.adaptor.network.Weights;
import org.scelmo.core.Progress;
import org.scelmo.core.annotate.KnnLabelTransfer;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.neighbors.ExactKnn;
import org.scelmo.core.neighbors.Metric;

/** How good weights are for the validation cells. */
final class Evaluation {

    private static final int NEIGHBORS = 10;
    private static final int BLOCK = 512;

    private final AdaptorNetwork m_network;
    private final Part m_train;
    private final Part m_validation;
    private final List<String> m_classes;
    private final int m_threads;

    /**
     * @param loss mean total loss
     * @param accuracy of the nearest neighbors among the training cells
     */
    record Score(double loss, double accuracy) {

        boolean isBetterThan(final Score other, final Selection selection) {
            return other == null || (selection == Selection.LOSS ? loss < other.loss : accuracy > other.accuracy);
        }
    }

    Evaluation(final AdaptorNetwork network, final Part train, final Part validation, final List<String> classes,
        final int threads) {
        m_network = network;
        m_train = train;
        m_validation = validation;
        m_classes = classes;
        m_threads = threads;
    }

    Score score(final Weights weights, final Progress progress) throws IOException {
        final var factors = m_network.factors(weights);
        final var query = embed(m_validation, factors, progress);
        final var reference = embed(m_train, factors, progress);
        return new Score(loss(weights, query), accuracy(query, reference, factors[0].length, progress));
    }

    private static float[][] embed(final Part part, final float[][] factors, final Progress progress) {
        final var embeddings = new float[part.size()][];
        for (int from = 0; from < embeddings.length; from += BLOCK) {
            final int to = Math.min(from + BLOCK, embeddings.length);
            final var block = AdaptorNetwork.embed(part.cells(from, to), factors, progress::checkCanceled);
            System.arraycopy(block, 0, embeddings, from, block.length);
        }
        return embeddings;
    }

    /** In batches, as in training: the contrastive loss of other numbers of cells would be another one. */
    private double loss(final Weights weights, final float[][] embeddings) {
        double sum = 0;
        for (int from = 0; from < embeddings.length; from += BLOCK) {
            final int to = Math.min(from + BLOCK, embeddings.length);
            sum += (to - from) * m_network.value(weights, AdaptorNetwork.doubles(embeddings, from, to),
                Arrays.copyOfRange(m_validation.labels(), from, to)).total();
        }
        return sum / embeddings.length;
    }

    private double accuracy(final float[][] query, final float[][] reference, final int dimensions,
        final Progress progress) throws IOException {
        final var knn = new ExactKnn(Metric.COSINE, Math.min(NEIGHBORS, reference.length), false, m_threads);
        final var neighbors =
            knn.search(DenseMatrix.of(query, dimensions), DenseMatrix.of(reference, dimensions), progress);
        final var predictions = new KnnLabelTransfer().predict(neighbors, m_train.names(m_classes));
        int right = 0;
        for (int i = 0; i < query.length; i++) {
            right += predictions.get(i).label().equals(m_classes.get(m_validation.labels()[i])) ? 1 : 0;
        }
        return (double)right / query.length;
    }
}
