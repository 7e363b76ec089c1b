package org.scelmo.nodes.io.anndatatotable;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/** The expression of some genes, cell by cell; only a block of cells is in memory. */
final class ExpressionRows implements Closeable {

    private static final int ROWS = 1024;

    private final RowBlocks.Cursor m_cursor;

    private final int[] m_targets;

    private final float[] m_row;

    private CsrMatrix m_block;

    private int m_next;

    /**
     * @param x expression
     * @param genes which genes
     */
    ExpressionRows(final RowBlocks x, final ChosenGenes genes) throws IOException {
        m_targets = genes.targets();
        m_row = new float[genes.names().size()];
        m_cursor = x.open();
    }

    /** @return the expression of the genes in the next cell; the array is used again */
    float[] next() throws IOException {
        while (m_block == null || m_next == m_block.rows()) {
            final long position = m_cursor.position();
            m_block = m_cursor.next(ROWS);
            m_next = 0;
            if (m_block == null) {
                throw new IOException("The expression matrix ends at cell %d.".formatted(position));
            }
        }
        Arrays.fill(m_row, 0);
        for (int e = m_block.begin(m_next), end = m_block.end(m_next); e < end; e++) {
            final int target = m_targets[m_block.indices()[e]];
            if (target >= 0) {
                m_row[target] = m_block.values()[e];
            }
        }
        m_next++;
        return m_row;
    }

    @Override
    public void close() throws IOException {
        m_cursor.close();
    }
}
