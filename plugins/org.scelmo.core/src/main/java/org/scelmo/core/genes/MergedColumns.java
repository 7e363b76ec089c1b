package org.scelmo.core.genes;

import java.io.IOException;
import java.util.Arrays;

import org.scelmo.core.matrix.ChangedBlocks;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/**
 * A matrix of which some columns are added up and some are left out, seen as a matrix: blocks are changed as they pass
 * by. Sums are accumulated in float64.
 */
public final class MergedColumns implements RowBlocks {

    private final RowBlocks m_source;
    private final int[] m_targets;
    private final int m_columns;

    /**
     * @param source the matrix
     * @param targets the new column of each column, −1 to leave it out; not copied
     * @param columns number of new columns
     */
    public MergedColumns(final RowBlocks source, final int[] targets, final int columns) {
        m_source = source;
        m_targets = targets;
        m_columns = columns;
    }

    @Override
    public long rows() {
        return m_source.rows();
    }

    @Override
    public int columns() {
        return m_columns;
    }

    @Override
    public long nnz() {
        return -1;
    }

    @Override
    public Cursor open(final long firstRow) throws IOException {
        final var sums = new double[m_columns];
        final var present = new boolean[m_columns];
        return new ChangedBlocks(m_source.open(firstRow), (block, first) -> merge(block, sums, present));
    }

    private CsrMatrix merge(final CsrMatrix block, final double[] sums, final boolean[] present) {
        final var offsets = new long[block.rows() + 1];
        final var indices = new int[(int)block.nnz()];
        final var values = new float[(int)block.nnz()];
        int n = 0;
        for (int i = 0; i < block.rows(); i++) {
            final int first = n;
            boolean ascending = true;
            for (int e = block.begin(i), end = block.end(i); e < end; e++) {
                final int column = m_targets[block.indices()[e]];
                if (column >= 0) {
                    if (!present[column]) {
                        present[column] = true;
                        ascending &= n == first || indices[n - 1] < column;
                        indices[n++] = column;
                    }
                    sums[column] += block.values()[e];
                }
            }
            if (!ascending) {
                Arrays.sort(indices, first, n);
            }
            for (int e = first; e < n; e++) {
                values[e] = (float)sums[indices[e]];
                sums[indices[e]] = 0;
                present[indices[e]] = false;
            }
            offsets[i + 1] = n;
        }
        return CsrMatrix.wrap(block.rows(), m_columns, offsets, indices, values);
    }
}
