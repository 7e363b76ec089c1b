package org.scelmo.core.metrics.report;

import java.util.Arrays;

import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;

/**
 * What is known of the cells beside the embedding to be scored. Every matrix and array has one row or entry per cell;
 * each may be null where a user has none, and scores that need it are then missing with that reason.
 *
 * @param labels cell types; every cell has one
 * @param batches every cell has one; null if none are chosen
 * @param unintegrated coordinates before integration, such as PCA, that PCR comparison compares with
 * @param expression log-normalized expression before integration, cells × genes
 * @param corrected corrected expression of the same genes
 * @param phases scores of the S and G2/M phases, an array each
 * @param pseudotime along a trajectory before integration; NaN for cells that are not on it
 */
public record ScoredCells(Groups labels, Groups batches, DenseMatrix unintegrated, RowBlocks expression,
    RowBlocks corrected, double[][] phases, double[] pseudotime) {

    /** Labels and batches only. */
    public ScoredCells(final Groups labels, final Groups batches) {
        this(labels, batches, null, null, null, null, null);
    }

    public ScoredCells {
        if (Arrays.stream(labels.of()).anyMatch(g -> g < 0)
            || batches != null
                && (batches.cells() != labels.cells() || Arrays.stream(batches.of()).anyMatch(g -> g < 0))) {
            throw new IllegalArgumentException("Every cell needs a label and, where there are batches, a batch.");
        }
    }

    /** @return number of cells */
    public int count() {
        return labels.cells();
    }
}
