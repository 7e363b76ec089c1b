package org.scelmo.adaptor.network;

import org.scelmo.adaptor.loss.CrossEntropy;

/** The layer that turns embeddings into logits; computed in float64, its cost is nothing beside the tower's. */
public final class LinearClassifier {

    private final LayerSizes m_sizes;
    private final float[] m_weights;

    /** @param weights of which the classifier's are used, in the state of each call */
    public LinearClassifier(final Weights weights) {
        m_sizes = weights.sizes();
        m_weights = weights.classifier();
    }

    /** @return cells × classes */
    public double[][] logits(final double[][] embeddings) {
        final var logits = new double[embeddings.length][m_sizes.classes()];
        for (int i = 0; i < logits.length; i++) {
            for (int c = 0; c < m_sizes.classes(); c++) {
                double sum = m_weights[m_sizes.classes() * m_sizes.output() + c];
                for (int k = 0; k < m_sizes.output(); k++) {
                    sum += m_weights[c * m_sizes.output() + k] * embeddings[i][k];
                }
                logits[i][c] = sum;
            }
        }
        return logits;
    }

    /** @return cells × classes, each row sums to 1 */
    public double[][] probabilities(final double[][] embeddings) {
        final var rows = logits(embeddings);
        for (final var row : rows) {
            CrossEntropy.toProbabilities(row);
        }
        return rows;
    }

    /**
     * @param slopes gradient with respect to the logits
     * @param gradient receives that with respect to weights and biases
     * @param gradientOfEmbeddings that with respect to the embeddings is added to it
     */
    void backward(final double[][] embeddings, final double[][] slopes, final float[] gradient,
        final double[][] gradientOfEmbeddings) {
        final int width = m_sizes.output();
        for (int c = 0; c < m_sizes.classes(); c++) {
            final var weights = new double[width];
            double bias = 0;
            for (int i = 0; i < slopes.length; i++) {
                final double slope = slopes[i][c];
                bias += slope;
                for (int k = 0; k < width; k++) {
                    weights[k] += slope * embeddings[i][k];
                    gradientOfEmbeddings[i][k] += slope * m_weights[c * width + k];
                }
            }
            for (int k = 0; k < width; k++) {
                gradient[c * width + k] = (float)weights[k];
            }
            gradient[m_sizes.classes() * width + c] = (float)bias;
        }
    }
}
