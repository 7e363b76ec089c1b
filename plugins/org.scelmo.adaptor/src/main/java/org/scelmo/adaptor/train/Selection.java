package org.scelmo.adaptor.train;

/** Which weights are kept. */
public enum Selection {
    /** Those by which the ten nearest neighbors (cosine) label most validation cells right: what is published. */
    KNN_ACCURACY,
    /** Those with the lowest total loss of the validation cells. */
    LOSS,
    /** Those of the last epoch: nothing is validated, and all cells are learned from. Published for in-silico deletion. */
    LAST;

    /** @return whether cells are kept for validation */
    boolean validates() {
        return this != LAST;
    }
}
