package org.scelmo.core.embedding;

/**
 * How a cell's gene vectors are averaged; m is the number of genes (columns of X), s the cell's sum over all of them.
 */
public enum Averaging {
    /** "aa": X · E / m. Genes without a vector count in m. */
    ARITHMETIC,
    /** "wa": (X / s) · E. Genes without a vector count in s. */
    WEIGHTED
}
