package org.scelmo.core.preprocess;

import java.io.IOException;

import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.matrix.MappedBlocks;
import org.scelmo.core.matrix.RowBlocks;

/**
 * Genes brought to the same spread, as scanpy 1.9.8's {@code scale}: each divided by its standard deviation (n − 1),
 * and before that its mean taken off, if wanted. Values are computed as they pass by; nothing is held but two numbers a
 * gene.
 *
 * @param mean of each gene, in float64
 * @param deviation standard deviation of each gene; 1 for a gene that does not vary
 */
public record Scaling(double[] mean, double[] deviation) {

    /**
     * @param x cells × genes, read once; O(nnz)
     * @param progress told after each block
     * @return mean and deviation of its genes
     * @throws IOException if X cannot be read
     * @throws UnfitExpressionException if there are fewer than two cells
     * @throws org.scelmo.core.matrix.NonFiniteValueException if X holds NaN or an infinity
     */
    public static Scaling of(final RowBlocks x, final Progress progress) throws IOException {
        final var moments = GeneMoments.of(x, null, 1, progress)[0];
        HighlyVariableGenes.checkCells(moments.cells(), "The data have");
        final var deviation = new double[x.columns()];
        for (int j = 0; j < deviation.length; j++) {
            final double root = Math.sqrt(moments.variance()[j]);
            deviation[j] = root == 0 ? 1 : root;
        }
        return new Scaling(moments.mean(), deviation);
    }

    /**
     * @param x with the same genes
     * @param max larger values become this; infinite for no limit. Nothing is done to small ones
     * @return z-scores, float32, without zeros in nearly every entry; its blocks are small all the same
     */
    public RowBlocks centered(final RowBlocks x, final double max) {
        checkMax(max);
        return new CenteredBlocks(x, mean, deviation, max);
    }

    /**
     * @param x with the same genes
     * @param max larger values become this; infinite for no limit
     * @return the values in units of the deviation, float32; zeros stay zeros
     */
    public RowBlocks divided(final RowBlocks x, final double max) {
        checkMax(max);
        return new MappedBlocks(x, (row, block, local, out) -> {
            for (int e = block.begin(local), end = block.end(local); e < end; e++) {
                out[e] = (float)Math.min(max, block.values()[e] / deviation[block.indices()[e]]);
            }
        });
    }

    private static void checkMax(final double max) {
        if (!(max > 0)) {
            throw new ScelmoException("The largest value allowed is %s, but it must be above 0.".formatted(max),
                "Enter a positive number, for example 10.");
        }
    }
}
