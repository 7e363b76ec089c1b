package org.scelmo.core.io.rows;

import java.util.Arrays;

import org.scelmo.core.matrix.CsrMatrix;

/** Makes rows as kernels take them for granted: columns ascending, each once. */
public final class RowOrder {

    private static final long LOW = 0xFFFFFFFFL;

    private RowOrder() {
    }

    /**
     * @param from the first row to look at
     * @param to one behind the last row to look at
     * @return whether in each of these rows all columns are in range and ascend, each once
     */
    public static boolean isTidy(final CsrMatrix block, final int from, final int to) {
        final var indices = block.indices();
        final int begin = (int)block.offsets()[from];
        final int end = (int)block.offsets()[to];
        final int last = block.columns() - 1;
        // whatever is wrong leaves a negative number, and a negative number stays; without branches both loops are fast
        int wrong = 0;
        for (int e = begin; e < end; e++) {
            wrong |= indices[e] | last - indices[e];
        }
        for (int row = from; row < to && wrong >= 0; row++) {
            for (int e = block.begin(row) + 1, rowEnd = block.end(row); e < rowEnd; e++) {
                wrong |= indices[e] - indices[e - 1] - 1;
            }
        }
        return wrong >= 0;
    }

    /**
     * @param block with columns in range, in any order, some perhaps repeated: those are summed, as SciPy does
     * @return the block itself where nothing is to do; its arrays are changed in place otherwise
     */
    public static CsrMatrix tidy(final CsrMatrix block) {
        boolean repeated = false;
        for (int row = 0; row < block.rows(); row++) {
            boolean ascending = true;
            int previous = -1;
            for (int e = block.begin(row), end = block.end(row); e < end; e++) {
                ascending &= block.indices()[e] > previous;
                previous = block.indices()[e];
            }
            if (!ascending) {
                repeated |= sort(block, row);
            }
        }
        return repeated ? sumRepeated(block) : block;
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
    private static CsrMatrix sumRepeated(final CsrMatrix block) {
        final var offsets = block.offsets();
        final var indices = block.indices();
        final var values = block.values();
        int to = 0;
        int from = 0;
        for (int row = 0; row < block.rows(); row++) {
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
        offsets[block.rows()] = to;
        return CsrMatrix.wrap(block.rows(), block.columns(), offsets, indices, values);
    }
}
