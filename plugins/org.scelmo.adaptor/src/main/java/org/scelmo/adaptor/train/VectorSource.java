package org.scelmo.adaptor.train;

/** What the tower gets as gene vectors: the given ones, or a control that shows what they are worth. */
public enum VectorSource {
    /** The vectors as given. */
    GIVEN,
    /** Random numbers from 0 to 1 of the same shape, for genes with a vector: the authors' control. */
    RANDOM,
    /** The scores of the given vectors on their first principal components. */
    PCA
}
