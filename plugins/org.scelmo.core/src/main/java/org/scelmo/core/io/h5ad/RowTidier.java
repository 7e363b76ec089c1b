package org.scelmo.core.io.h5ad;

import java.util.Arrays;

import org.scelmo.core.matrix.CsrMatrix;

/** Makes rows of a file into rows as kernels take them for granted: in range, ascending, each column once. */
final class RowTidier {

    private static final long LOW = 0xFFFFFFFFL;

    private RowTidier() {
    }

    /** @return the block itself where nothing is to do; its arrays are changed in place otherwise */
    static CsrMatrix tidy(final MatrixNode node, final String[] rowNames, final int firstRow,
        final CsrMatrix block) {
        final var indices = block.indices();
        final var offsets = block.offsets();
        boolean repeated = false;
        for (int row = 0; row < block.rows(); row++) {
            boolean ascending = true;
            int previous = -1;
            for (int e = block.begin(row), end = block.end(row); e < end; e++) {
                final int column = indices[e];
                if (column < 0 || column >= block.columns()) {
                    throw outside(node, firstRow + row, rowNames[firstRow + row], column);
                }
                ascending &= column > previous;
                previous = column;
            }
            if (!ascending) {
                repeated |= sort(block, row);
            }
        }
        return repeated ? sumRepeated(block.rows(), block.columns(), offsets, indices, block.values()) : block;
    }

    private static MalformedAnnDataException outside(final MatrixNode node, final int row, final String name,
        final int column) {
        return new MalformedAnnDataException(node.file().path(), node.indices().path(),
            "row %d (cell '%s') has an entry in column %d, but the columns go from 0 to %d.".formatted(row, name, column,
                node.columns() - 1),
            "Save the matrix again: its indices contradict its shape.");
    }

    private static boolean sort(final CsrMatrix block, final int row) {
        final int begin = block.begin(row);
        final var pairs = new long[block.end(row) - begin];
        for (int i = 0; i < pairs.length; i++) {
            final int value = Float.floatToRawIntBits(block.values()[begin + i]);
            pairs[i] = (long)block.indices()[begin + i] << 32 | value & LOW;
        }
        Arrays.sort(pairs);
        boolean repeated = false;
        for (int i = 0; i < pairs.length; i++) {
            block.indices()[begin + i] = (int)(pairs[i] >>> 32);
            block.values()[begin + i] = Float.intBitsToFloat((int)pairs[i]);
            repeated |= i > 0 && pairs[i] >>> 32 == pairs[i - 1] >>> 32;
        }
        return repeated;
    }

    /** Columns ascend here, but may repeat. */
    static CsrMatrix sumRepeated(final int rows, final int columns, final long[] offsets, final int[] indices,
        final float[] values) {
        int to = 0;
        int from = 0;
        for (int row = 0; row < rows; row++) {
            final int begin = to;
            final int end = (int)offsets[row + 1];
            while (from < end) {
                final int column = indices[from];
                double sum = values[from++];
                while (from < end && indices[from] == column) {
                    sum += values[from++];
                }
                indices[to] = column;
                values[to++] = (float)sum;
            }
            offsets[row] = begin;
        }
        offsets[rows] = to;
        return CsrMatrix.wrap(rows, columns, offsets, indices, values);
    }
}
