package org.scelmo.adaptor.train;

/** By what the best weights are chosen among those evaluated. */
public enum Selection {
    /** Accuracy of the ten nearest neighbors (cosine) among the other cells: what is published. */
    KNN_ACCURACY,
    /** Total loss of the validation cells. */
    LOSS
}
