package org.scelmo.adaptor.train;

import java.io.IOException;
import java.util.Arrays;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/** Cells of a stream as one matrix: training goes through them again and again. */
public final class CellsInMemory {

    private static final int ROWS = 4096;
    private static final int MOST = Integer.MAX_VALUE - 8;

    private CellsInMemory() {
    }

    /**
     * @param cells cells × genes; read once
     * @param progress told as blocks are read
     * @return the same, 8 bytes an entry
     * @throws IOException if they cannot be read
     * @throws TrainingException if they are more entries than an array has
     */
    public static CsrMatrix read(final RowBlocks cells, final Progress progress) throws IOException {
        final int rows = Math.toIntExact(cells.rows());
        final var offsets = new long[rows + 1];
        int[] indices = new int[(int)Math.max(1024, Math.min(MOST, cells.nnz()))];
        float[] values = new float[indices.length];
        int row = 0;
        int n = 0;
        try (var cursor = cells.open()) {
            for (var block = cursor.next(ROWS); block != null; block = cursor.next(ROWS)) {
                progress.checkCanceled();
                final int begin = block.begin(0);
                final int length = block.end(block.rows() - 1) - begin;
                final long needed = (long)n + length;
                if (needed > indices.length) {
                    final int size = grown(needed);
                    indices = Arrays.copyOf(indices, size);
                    values = Arrays.copyOf(values, size);
                }
                System.arraycopy(block.indices(), begin, indices, n, length);
                System.arraycopy(block.values(), begin, values, n, length);
                for (int i = 0; i < block.rows(); i++) {
                    offsets[row + 1] = offsets[row] + block.end(i) - block.begin(i);
                    row++;
                }
                n += length;
                final int done = row;
                progress.update((double)row / rows, () -> "Reading cell %,d of %,d".formatted(done, rows));
            }
        }
        return n == indices.length ? CsrMatrix.wrap(rows, cells.columns(), offsets, indices, values)
            : CsrMatrix.wrap(rows, cells.columns(), offsets, Arrays.copyOf(indices, n), Arrays.copyOf(values, n));
    }

    private static int grown(final long needed) {
        return (int)Math.min(MOST, checked(needed) + needed / 2);
    }

    /**
     * @param entries of a matrix
     * @return the same
     * @throws TrainingException if they are more than an array has
     */
    static int checked(final long entries) {
        if (entries > MOST) {
            throw new TrainingException("The cells to learn from have more than %,d values that are not zero."
                .formatted(MOST), "Learn from fewer cells.", "Keep the highly variable genes only.");
        }
        return (int)entries;
    }
}
