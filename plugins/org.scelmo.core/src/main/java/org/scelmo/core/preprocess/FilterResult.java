package org.scelmo.core.preprocess;

/**
 * What {@link CellGeneFilter} found.
 *
 * @param cells quality of all cells
 * @param genes quality of all genes, over the cells that were kept
 * @param wholeNumbers whether all values are whole numbers, as counts are
 */
public record FilterResult(CellQc cells, GeneQc genes, boolean wholeNumbers) {

    /** @return zero-based positions of the cells that were kept, ascending */
    public int[] keptCells() {
        return Selected.indices(cells.kept());
    }

    /** @return zero-based positions of the genes that were kept, ascending */
    public int[] keptGenes() {
        return Selected.indices(genes.kept());
    }
}
