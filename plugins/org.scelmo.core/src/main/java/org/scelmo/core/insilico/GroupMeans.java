package org.scelmo.core.insilico;

import java.io.IOException;

import org.scelmo.core.Progress;
import org.scelmo.core.embedding.RowSumException;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RowBlocks;

/**
 * Means per gene over the cells of each group, in float64: all that a linear embedding needs to know of the cells.
 *
 * @param weights mean weight of a gene (see {@link CellWeights}), group × gene
 * @param expression mean expression, group × gene
 * @param fraction share of the cells of both groups that express a gene
 * @param cells number of cells per group
 */
public record GroupMeans(double[][] weights, double[][] expression, double[] fraction, int[] cells) {

    private static final int BLOCK_ROWS = 512;

    /**
     * Reads X once; O(nnz).
     *
     * @param x expression, cells × genes
     * @param conditions group per cell; both groups have cells
     * @param kind what a gene's vector is multiplied by
     * @param progress told after each block
     * @return the means, added in the order of the cells
     * @throws IOException if X cannot be read
     * @throws NonFiniteValueException if a cell of a group holds NaN or an infinity
     * @throws RowSumException if weights are divided by the sum of a cell and it is not positive
     */
    public static GroupMeans of(final RowBlocks x, final Conditions conditions, final CellWeights kind,
        final Progress progress) throws IOException {
        final var weights = new double[2][x.columns()];
        final var expression = new double[2][x.columns()];
        final var fraction = new double[x.columns()];
        try (var cursor = x.open()) {
            long first = 0;
            for (var block = cursor.next(BLOCK_ROWS); block != null; block = cursor.next(BLOCK_ROWS)) {
                progress.checkCanceled();
                for (int i = 0; i < block.rows(); i++) {
                    final int group = conditions.of()[(int)first + i];
                    if (group >= 0) {
                        add(block, i, 1 / divisor(block, i, first + i, kind), weights[group], expression[group],
                            fraction);
                    }
                }
                first += block.rows();
                final long done = first;
                progress.update((double)done / x.rows(), () -> "Averaged %,d of %,d cells".formatted(done, x.rows()));
            }
        }
        final var cells = new int[]{conditions.count(Conditions.CONTROL), conditions.count(Conditions.DISEASE)};
        for (int j = 0; j < fraction.length; j++) {
            for (int g = 0; g < 2; g++) {
                weights[g][j] /= cells[g];
                expression[g][j] /= cells[g];
            }
            fraction[j] /= cells[0] + cells[1];
        }
        return new GroupMeans(weights, expression, fraction, cells);
    }

    private static void add(final CsrMatrix block, final int i, final double factor, final double[] weights,
        final double[] expression, final double[] fraction) {
        for (int e = block.begin(i), end = block.end(i); e < end; e++) {
            final float v = block.values()[e];
            final int j = block.indices()[e];
            weights[j] += v * factor;
            expression[j] += v;
            fraction[j] += v == 0 ? 0 : 1;
        }
    }

    /** Returns what the expression of a cell is divided by; checks its values. A cell without counts is all zero. */
    static double divisor(final CsrMatrix block, final int i, final long row, final CellWeights kind) {
        boolean counts = false;
        for (int e = block.begin(i), end = block.end(i); e < end; e++) {
            final float v = block.values()[e];
            if (!Float.isFinite(v)) {
                throw new NonFiniteValueException("The expression matrix X", row, block.indices()[e], v);
            }
            counts |= v != 0;
        }
        return switch (kind) {
            case SUM -> 1;
            case ARITHMETIC -> block.columns();
            case WEIGHTED -> counts ? positive(block.rowSum(i), row) : 1;
        };
    }

    private static double positive(final double sum, final long row) {
        if (!(sum > 0)) {
            throw new RowSumException(row, sum);
        }
        return sum;
    }

    /** @return mean expression over the cells of both groups */
    public double mean(final int gene) {
        return (expression[0][gene] * cells[0] + expression[1][gene] * cells[1]) / (cells[0] + cells[1]);
    }

    /** @return how much more the disease cells express the gene on average */
    public double difference(final int gene) {
        return expression[Conditions.DISEASE][gene] - expression[Conditions.CONTROL][gene];
    }
}
