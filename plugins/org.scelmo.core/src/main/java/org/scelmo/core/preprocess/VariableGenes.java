package org.scelmo.core.preprocess;

/**
 * What {@link HighlyVariableGenes} found, per gene.
 *
 * @param means mean expression; log(1 + mean) in flavor seurat
 * @param spread dispersion, variance / mean; its logarithm in flavor seurat
 * @param normalized normalized dispersion; may be NaN
 * @param batches number of batches in which the gene is highly variable; null without batches
 * @param selected whether the gene is highly variable
 * @param wholeNumbers whether all of X are whole numbers, which log-normalized expression is not
 */
public record VariableGenes(double[] means, double[] spread, double[] normalized, int[] batches, boolean[] selected,
    boolean wholeNumbers) {

    /** @return zero-based positions of the highly variable genes, ascending */
    public int[] indices() {
        return Selected.indices(selected);
    }
}
