package org.scelmo.core.io.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.scelmo.core.io.h5ad.GeneNames;

/** Tells genes from cells by the form of their names. */
final class NameForms {

    private static final Set<String> GENE_TITLES = Set.of("gene", "genes", "gene_name", "gene_id", "symbol", "feature");
    private static final Set<String> CELL_TITLES = Set.of("cell", "cells", "cell_id", "barcode", "barcodes", "sample");

    private NameForms() {
    }

    /**
     * @param corner title of the column of names, may be empty
     * @param rows names of the rows
     * @param columns names of the columns
     * @return what the rows are, or AUTO if nothing tells
     */
    static Orientation of(final String corner, final List<String> rows, final List<String> columns) {
        final var title = corner.toLowerCase(Locale.ROOT);
        if (GENE_TITLES.contains(title)) {
            return Orientation.GENES_BY_CELLS;
        }
        if (CELL_TITLES.contains(title)) {
            return Orientation.CELLS_BY_GENES;
        }
        final double rowsAreGenes = GeneNames.share(rows) - GeneNames.share(columns);
        if (rowsAreGenes == 0) {
            return Orientation.AUTO;
        }
        return rowsAreGenes > 0 ? Orientation.GENES_BY_CELLS : Orientation.CELLS_BY_GENES;
    }
}
