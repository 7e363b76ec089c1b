package org.scelmo.adaptor.network;

import org.scelmo.adaptor.loss.ContrastiveLoss;
import org.scelmo.adaptor.loss.CrossEntropy;
import org.scelmo.adaptor.parallel.Team;

/**
 * What training minimises: cross-entropy + λ × a contrastive loss of the embeddings.
 *
 * @param crossEntropy of the classifier's logits
 * @param contrastive of the embeddings
 * @param lambda weight of the contrastive loss, 0 or more; 100 is published
 */
public record Objective(CrossEntropy crossEntropy, ContrastiveLoss contrastive, double lambda) {

    public static final double DEFAULT_LAMBDA = 100;

    public Objective {
        if (!(lambda >= 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("λ must be 0 or a positive number, not " + lambda + ".");
        }
    }

    /** The parts of a batch's loss, neither of them multiplied by λ. */
    public record Value(double crossEntropy, double contrastive, double total) {
    }

    /**
     * @param logits cells × classes; replaced by the gradient with respect to them
     * @param gradient of the contrastive part with respect to the embeddings, added to
     */
    Value evaluate(final double[][] embeddings, final double[][] logits, final int[] labels, final double[][] gradient,
        final Team team) {
        final double classification = crossEntropy.evaluate(logits, labels);
        final double contrast = lambda == 0 ? 0 : contrastive.evaluate(embeddings, labels, lambda, gradient, team);
        return new Value(classification, contrast, classification + lambda * contrast);
    }
}
