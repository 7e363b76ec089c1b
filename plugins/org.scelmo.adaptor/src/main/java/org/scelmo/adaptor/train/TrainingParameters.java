package org.scelmo.adaptor.train;

import org.scelmo.adaptor.network.LayerSizes;
import org.scelmo.adaptor.network.Objective;
import org.scelmo.adaptor.loss.SupConLoss;
import org.scelmo.adaptor.loss.TripletLoss;

/**
 * How to train. {@link #published()} is what the authors' code does.
 *
 * @param hidden units of the hidden layer
 * @param output dimensions of the adapted embedding
 * @param contrast which contrastive loss
 * @param lambda its weight, 0 or more
 * @param margin of the triplet loss
 * @param temperature of the supervised contrastive loss
 * @param weighting of the classes in the cross-entropy
 * @param epochs at most
 * @param batch cells per step, at least 2; the last batch of an epoch may be smaller
 * @param rate learning rate of Adam
 * @param validationShare share of the cells kept for validation, above 0 and below 1; this and the next three tell
 *            nothing if the last weights are kept
 * @param validationSeed of that split, as NumPy draws it
 * @param every evaluate after the first epoch and then after each so many more
 * @param patience evaluations without a better one that are tolerated before training stops; 0 stops at the first
 * @param selection which weights are kept
 * @param vectors which gene vectors
 * @param seed of initial weights, batches and random vectors
 */
public record TrainingParameters(int hidden, int output, Contrast contrast, double lambda, double margin,
    double temperature, ClassWeighting weighting, int epochs, int batch, double rate, double validationShare,
    int validationSeed, int every, int patience, Selection selection, VectorSource vectors, long seed) {

    public TrainingParameters {
        check(hidden >= 1 && output >= 1, "The layers need at least one unit.");
        check(lambda >= 0 && Double.isFinite(lambda), "λ must be 0 or a positive number.");
        check(margin > 0 && Double.isFinite(margin), "The margin must be a positive number.");
        check(temperature > 0 && Double.isFinite(temperature), "The temperature must be a positive number.");
        check(epochs >= 1, "At least one epoch is needed.");
        check(batch >= 2, "A batch needs at least two cells: one cell cannot be compared with any.");
        check(rate > 0 && Double.isFinite(rate), "The learning rate must be a positive number.");
        check(validationShare > 0 && validationShare < 1, "The share of validation cells must lie between 0 and 1.");
        check(every >= 1 && patience >= 0, "Evaluations need an interval of 1 or more, and a patience of 0 or more.");
    }

    private static void check(final boolean ok, final String message) {
        if (!ok) {
            throw new TrainingException(message, "Change the setting.");
        }
    }

    /** @return what the authors' code does */
    public static TrainingParameters published() {
        return new TrainingParameters(LayerSizes.DEFAULT_HIDDEN, LayerSizes.DEFAULT_OUTPUT, Contrast.TRIPLET,
            Objective.DEFAULT_LAMBDA, TripletLoss.DEFAULT_MARGIN, SupConLoss.DEFAULT_TEMPERATURE, ClassWeighting.NONE,
            30, 512, 1e-3, 0.1, 1, 5, 0, Selection.KNN_ACCURACY, VectorSource.GIVEN, 0);
    }

    public TrainingParameters withEpochs(final int value) {
        return new TrainingParameters(hidden, output, contrast, lambda, margin, temperature, weighting, value, batch,
            rate, validationShare, validationSeed, every, patience, selection, vectors, seed);
    }

    public TrainingParameters withBatch(final int value) {
        return new TrainingParameters(hidden, output, contrast, lambda, margin, temperature, weighting, epochs, value,
            rate, validationShare, validationSeed, every, patience, selection, vectors, seed);
    }

    public TrainingParameters withRate(final double value) {
        return new TrainingParameters(hidden, output, contrast, lambda, margin, temperature, weighting, epochs, batch,
            value, validationShare, validationSeed, every, patience, selection, vectors, seed);
    }

    public TrainingParameters withValidation(final int newEvery, final int newPatience, final Selection newSelection) {
        return new TrainingParameters(hidden, output, contrast, lambda, margin, temperature, weighting, epochs, batch,
            rate, validationShare, validationSeed, newEvery, newPatience, newSelection, vectors, seed);
    }

    public TrainingParameters withVectors(final VectorSource value) {
        return new TrainingParameters(hidden, output, contrast, lambda, margin, temperature, weighting, epochs, batch,
            rate, validationShare, validationSeed, every, patience, selection, value, seed);
    }

    public TrainingParameters withSeed(final long value) {
        return new TrainingParameters(hidden, output, contrast, lambda, margin, temperature, weighting, epochs, batch,
            rate, validationShare, validationSeed, every, patience, selection, vectors, value);
    }
}
