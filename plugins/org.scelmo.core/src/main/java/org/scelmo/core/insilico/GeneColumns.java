package org.scelmo.core.insilico;

import org.scelmo.core.matrix.CsrMatrix;

/** A block of cells by gene; zeros that are stored are kept. */
final class GeneColumns {

    private final int[] m_offsets;
    private final int[] m_rows;
    private final float[] m_values;

    private GeneColumns(final int[] offsets, final int[] rows, final float[] values) {
        m_offsets = offsets;
        m_rows = rows;
        m_values = values;
    }

    /** @return the block's entries sorted by gene, then by row; O(nnz + genes) */
    static GeneColumns of(final CsrMatrix block) {
        final var offsets = new int[block.columns() + 2];
        final int entries = (int)block.nnz();
        for (int e = 0; e < entries; e++) {
            offsets[block.indices()[e] + 2]++;
        }
        for (int j = 2; j < offsets.length; j++) {
            offsets[j] += offsets[j - 1];
        }
        final var rows = new int[entries];
        final var values = new float[entries];
        for (int i = 0; i < block.rows(); i++) {
            for (int e = block.begin(i), end = block.end(i); e < end; e++) {
                final int at = offsets[block.indices()[e] + 1]++;
                rows[at] = i;
                values[at] = block.values()[e];
            }
        }
        return new GeneColumns(offsets, rows, values);
    }

    int begin(final int gene) {
        return m_offsets[gene];
    }

    int end(final int gene) {
        return m_offsets[gene + 1];
    }

    int row(final int entry) {
        return m_rows[entry];
    }

    float value(final int entry) {
        return m_values[entry];
    }

    /**
     * @param set genes
     * @param lost zeros, one per row; gets the expression of these genes
     * @param met false, one per row; gets whether the row has an entry of these genes
     * @param rows gets these rows
     * @return how many rows
     */
    int lost(final int[] set, final double[] lost, final boolean[] met, final int[] rows) {
        int n = 0;
        for (final var gene : set) {
            for (int e = begin(gene); e < end(gene); e++) {
                if (m_values[e] != 0) {
                    if (!met[m_rows[e]]) {
                        met[m_rows[e]] = true;
                        rows[n++] = m_rows[e];
                    }
                    lost[m_rows[e]] += m_values[e];
                }
            }
        }
        return n;
    }
}
