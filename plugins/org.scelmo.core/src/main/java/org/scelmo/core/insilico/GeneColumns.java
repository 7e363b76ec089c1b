package org.scelmo.core.insilico;

import org.scelmo.core.matrix.CsrMatrix;

/** Some cells of a block by gene; zeros that are stored are dropped. */
final class GeneColumns {

    private final int[] m_offsets;
    private final int[] m_rows;
    private final float[] m_values;

    private GeneColumns(final int[] offsets, final int[] rows, final float[] values) {
        m_offsets = offsets;
        m_rows = rows;
        m_values = values;
    }

    /**
     * O(nnz + genes).
     *
     * @param block cells × genes
     * @param cells rows of the block; their positions here name the rows afterwards
     * @return their entries sorted by gene, then by row
     */
    static GeneColumns of(final CsrMatrix block, final int[] cells) {
        final var offsets = new int[block.columns() + 2];
        final var indices = block.indices();
        final var values = block.values();
        for (final int i : cells) {
            for (int e = block.begin(i), end = block.end(i); e < end; e++) {
                offsets[indices[e] + 2] += values[e] != 0 ? 1 : 0;
            }
        }
        for (int j = 2; j < offsets.length; j++) {
            offsets[j] += offsets[j - 1];
        }
        final var rows = new int[offsets[offsets.length - 1]];
        final var byGene = new float[rows.length];
        for (int row = 0; row < cells.length; row++) {
            for (int e = block.begin(cells[row]), end = block.end(cells[row]); e < end; e++) {
                if (values[e] != 0) {
                    final int at = offsets[indices[e] + 1]++;
                    rows[at] = row;
                    byGene[at] = values[e];
                }
            }
        }
        return new GeneColumns(offsets, rows, byGene);
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
}
