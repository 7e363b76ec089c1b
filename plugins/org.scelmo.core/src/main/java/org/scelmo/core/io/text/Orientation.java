package org.scelmo.core.io.text;

/** What the rows of a table of expression are. */
public enum Orientation {
    /** Told from the names: genes are known by their form, barcodes too; cells if that does not help. */
    AUTO,
    /** A row per cell, a column per gene. */
    CELLS_BY_GENES,
    /** A row per gene, a column per cell. */
    GENES_BY_CELLS
}
