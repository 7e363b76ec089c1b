package org.scelmo.core.io.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells genes from cells by the form of their names. */
final class NameForms {

    private static final Pattern GENE = Pattern.compile("ENS[A-Z]*G\\d{6,}.*|(MT-|RP[LS]\\d|HLA-|LINC\\d|MRP[LS]\\d"
        + "|HIST\\d|ZNF\\d|TMEM\\d|SLC\\d|CCDC\\d|KIAA\\d).*");
    private static final Set<String> COMMON = Set.of("ACTB", "GAPDH", "MALAT1", "B2M", "CD3D", "CD3E", "CD4", "CD8A",
        "CD14", "CD19", "MS4A1", "LYZ", "NKG7", "GNLY", "FCGR3A", "PPBP", "TMSB4X", "EEF1A1", "FTL", "FTH1", "TP53",
        "EGFR", "MYC", "KRT8", "KRT18", "VIM", "EPCAM", "PTPRC", "COL1A1", "ALB", "INS", "SOX2", "GFAP");
    private static final Pattern BARCODE = Pattern.compile("(.*[^A-Z])?[ACGTN]{8,}([^A-Z].*)?");
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
        final double rowsAreGenes = geneness(rows) - geneness(columns);
        if (rowsAreGenes == 0) {
            return Orientation.AUTO;
        }
        return rowsAreGenes > 0 ? Orientation.GENES_BY_CELLS : Orientation.CELLS_BY_GENES;
    }

    /** @return share of names that look like genes less that of those that look like barcodes */
    private static double geneness(final List<String> names) {
        int score = 0;
        for (final var name : names) {
            final var upper = name.toUpperCase(Locale.ROOT);
            if (BARCODE.matcher(name).matches()) {
                score--;
            } else if (COMMON.contains(upper) || GENE.matcher(upper).matches()) {
                score++;
            }
        }
        return names.isEmpty() ? 0 : (double)score / names.size();
    }
}
