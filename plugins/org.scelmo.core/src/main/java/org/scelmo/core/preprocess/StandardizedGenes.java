package org.scelmo.core.preprocess;

/**
 * What {@link StandardizedVariances} found, per gene.
 *
 * @param means mean count over all cells that took part
 * @param variances variance of the counts, unbiased
 * @param standardized variance of the clipped counts in units of the variance expected at their mean; the average over
 *            batches
 * @param ranks place among the chosen of a batch, from 0, the median over the batches that choose the gene; NaN if
 *            none does
 * @param batches number of batches that choose the gene
 * @param selected whether the gene is highly variable
 * @param wholeNumbers whether all values are whole numbers, as counts are
 * @param singular number of places at which too few genes differ in their mean to tell the trend of the variance well
 */
public record StandardizedGenes(double[] means, double[] variances, double[] standardized, double[] ranks,
    int[] batches, boolean[] selected, boolean wholeNumbers, int singular) {

    /** @return zero-based positions of the highly variable genes, ascending */
    public int[] indices() {
        return Selected.indices(selected);
    }
}
