package org.scelmo.core.preprocess;

import java.io.IOException;

import org.scelmo.core.matrix.ChangedBlocks;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/** The z-scores of a matrix. They are hardly ever zero, so blocks have few rows, whatever is asked for. */
final class CenteredBlocks implements RowBlocks {

    /** Of a block: 32 MB with their columns. */
    private static final int MAX_ENTRIES = 4 << 20;

    private final RowBlocks m_source;
    private final double[] m_mean;
    private final double[] m_deviation;
    private final double m_max;

    CenteredBlocks(final RowBlocks source, final double[] mean, final double[] deviation, final double max) {
        m_source = source;
        m_mean = mean;
        m_deviation = deviation;
        m_max = max;
    }

    @Override
    public long rows() {
        return m_source.rows();
    }

    @Override
    public int columns() {
        return m_source.columns();
    }

    @Override
    public long nnz() {
        return -1; // some values may be just the mean
    }

    @Override
    public Cursor open(final long firstRow) throws IOException {
        return new ChangedBlocks(m_source.open(firstRow), Math.max(1, MAX_ENTRIES / Math.max(1, columns())),
            (block, first) -> centered(block));
    }

    private CsrMatrix centered(final CsrMatrix block) {
        final int rows = block.rows();
        final var offsets = new long[rows + 1];
        final var indices = new int[rows * columns()];
        final var values = new float[rows * columns()];
        int n = 0;
        for (int i = 0; i < rows; i++) {
            int e = block.begin(i);
            final int end = block.end(i);
            for (int j = 0; j < columns(); j++) {
                final double value = e < end && block.indices()[e] == j ? block.values()[e++] : 0;
                final float score = (float)Math.min(m_max, (value - m_mean[j]) / m_deviation[j]);
                if (score != 0) {
                    indices[n] = j;
                    values[n++] = score;
                }
            }
            offsets[i + 1] = n;
        }
        return CsrMatrix.wrap(rows, columns(), offsets, indices, values);
    }
}
