package org.scelmo.adaptor.train;

/**
 * One epoch of the training curve.
 *
 * @param epoch counted from 1
 * @param crossEntropy mean over the epoch's batches, weighted by cells
 * @param contrastive the same, not multiplied by λ
 * @param total cross-entropy + λ × contrastive
 * @param validationLoss total loss of the validation cells; NaN if this epoch was not evaluated
 * @param validationAccuracy share of the validation cells that neighbors label right; NaN if not evaluated
 * @param kept whether these weights were kept, until those of a later epoch were
 */
public record EpochRecord(int epoch, double crossEntropy, double contrastive, double total, double validationLoss,
    double validationAccuracy, boolean kept) {

    public boolean evaluated() {
        return !Double.isNaN(validationLoss);
    }
}
