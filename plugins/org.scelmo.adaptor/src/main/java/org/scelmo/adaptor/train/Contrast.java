package org.scelmo.adaptor.train;

/** Which contrastive loss joins the cross-entropy. */
public enum Contrast {
    /** All triplets of the batch: what is published. */
    TRIPLET,
    /** Supervised contrastive loss. */
    SUPCON
}
