package org.scelmo.core.insilico;

/** What a gene's vector is multiplied by in a cell; x is its expression, s the cell's sum, m the number of genes. */
public enum CellWeights {
    /** "sum": x, as a trained adaptor does. */
    SUM,
    /** "aa": x / m. A deleted gene still counts in m. */
    ARITHMETIC,
    /** "wa": x / s. A deleted gene no longer counts in s. */
    WEIGHTED
}
