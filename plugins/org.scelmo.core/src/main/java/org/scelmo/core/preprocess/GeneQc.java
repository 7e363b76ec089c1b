package org.scelmo.core.preprocess;

/**
 * Quality of genes, one entry per gene, over the cells that were kept.
 *
 * @param totals sum of a gene's counts ({@code total_counts})
 * @param cells number of cells with a count above zero ({@code n_cells_by_counts})
 * @param mitochondrial whether the gene counts as mitochondrial
 * @param kept whether the gene passes the filter
 */
public record GeneQc(double[] totals, long[] cells, boolean[] mitochondrial, boolean[] kept) {

    /** @return number of mitochondrial genes */
    public int mitochondrialCount() {
        return Selected.indices(mitochondrial).length;
    }
}
