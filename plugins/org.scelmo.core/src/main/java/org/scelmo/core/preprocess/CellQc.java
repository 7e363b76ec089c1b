package org.scelmo.core.preprocess;

/**
 * Quality of cells, one entry per cell, as scanpy's {@code calculate_qc_metrics}.
 *
 * @param totals sum of a cell's counts ({@code total_counts})
 * @param genes number of genes with a count above zero ({@code n_genes_by_counts})
 * @param mitoPercent percentage of the counts in mitochondrial genes ({@code pct_counts_mt}); NaN for a cell without
 *            counts
 * @param kept whether the cell passes the filter
 */
public record CellQc(double[] totals, long[] genes, double[] mitoPercent, boolean[] kept) {

    CellQc(final int cells) {
        this(new double[cells], new long[cells], new double[cells], new boolean[cells]);
    }
}
