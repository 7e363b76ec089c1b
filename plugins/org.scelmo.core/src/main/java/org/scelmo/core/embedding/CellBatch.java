package org.scelmo.core.embedding;

import java.util.List;

import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;

/**
 * Some consecutive cells on their way through {@link CellEmbedder}.
 *
 * @param firstRow row of the whole matrix at which they begin
 * @param blocks their expression, one block after the other
 */
record CellBatch(long firstRow, List<CsrMatrix> blocks) {

    /**
     * @param weights cells × genes: what each gene's vector is multiplied by; only genes that have a vector
     * @param report what was met
     */
    record Weights(CsrMatrix weights, EmbeddingReport report) {
    }

    int rows() {
        return blocks.stream().mapToInt(CsrMatrix::rows).sum();
    }

    /**
     * Checks the values and turns them into weights, divided in float64.
     *
     * @param vectors one per gene, null for genes without
     */
    Weights weigh(final float[][] vectors, final Averaging averaging) {
        final int entries = Math.toIntExact(blocks.stream().mapToLong(CsrMatrix::nnz).sum());
        final var offsets = new long[rows() + 1];
        final var indices = new int[entries];
        final var values = new float[entries];
        int n = 0;
        int cell = 0;
        long zero = 0;
        long unmatched = 0;
        for (final var block : blocks) {
            for (int i = 0; i < block.rows(); i++) {
                final boolean counts = checkFinite(block, i, firstRow + cell);
                final double divisor = counts ? divisor(block, i, firstRow + cell, averaging) : 1;
                final int first = n;
                for (int e = block.begin(i), end = block.end(i); e < end; e++) {
                    final float x = block.values()[e];
                    if (x != 0 && vectors[block.indices()[e]] != null) {
                        indices[n] = block.indices()[e];
                        values[n++] = (float)(x / divisor);
                    }
                }
                zero += counts ? 0 : 1;
                unmatched += counts && n == first ? 1 : 0;
                offsets[++cell] = n;
            }
        }
        return new Weights(CsrMatrix.wrap(cell, vectors.length, offsets, indices, values),
            new EmbeddingReport(cell, zero, unmatched));
    }

    /** Returns whether the row has any value other than zero. */
    private static boolean checkFinite(final CsrMatrix block, final int i, final long row) {
        boolean counts = false;
        for (int e = block.begin(i), end = block.end(i); e < end; e++) {
            final float x = block.values()[e];
            if (!Float.isFinite(x)) {
                throw new NonFiniteValueException("The expression matrix X", row, block.indices()[e], x);
            }
            counts |= x != 0;
        }
        return counts;
    }

    private static double divisor(final CsrMatrix block, final int i, final long row, final Averaging averaging) {
        if (averaging == Averaging.ARITHMETIC) {
            return block.columns();
        }
        final double sum = block.rowSum(i);
        if (sum <= 0) {
            throw new RowSumException(row, sum);
        }
        return sum;
    }
}
