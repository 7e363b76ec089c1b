package org.scelmo.core.insilico;

import java.util.stream.IntStream;

import org.scelmo.core.matrix.CsrMatrix;

/**
 * The cells of a block that are in a group, as weighted averages: control cells come first. Immutable once built.
 */
final class EmbeddedCells {

    /** What rounding may leave of a cell's sum, as a share of it. */
    private static final double NOTHING_LEFT = 1e-12;

    private final GeneColumns m_columns;
    private final double[] m_sums;
    private final double[][] m_vectors;
    private final int m_controls;

    private EmbeddedCells(final GeneColumns columns, final double[] sums, final double[][] vectors,
        final int controls) {
        m_columns = columns;
        m_sums = sums;
        m_vectors = vectors;
        m_controls = controls;
    }

    /** Embeds the cells of a block; O(nnz × dimensions). */
    static EmbeddedCells of(final CsrMatrix block, final int firstRow, final Conditions conditions,
        final float[][] genes, final int dimensions) {
        final var group = conditions.of();
        final var controls =
            IntStream.range(0, block.rows()).filter(i -> group[firstRow + i] == Conditions.CONTROL).toArray();
        final var cells = IntStream.concat(IntStream.of(controls),
            IntStream.range(0, block.rows()).filter(i -> group[firstRow + i] == Conditions.DISEASE)).toArray();
        final var columns = GeneColumns.of(block, cells);
        final var sums = IntStream.of(cells).mapToDouble(block::rowSum).toArray();
        final var vectors = new double[cells.length][dimensions];
        final var vector = new double[dimensions];
        for (int j = 0; j < genes.length; j++) {
            if (genes[j] != null && columns.begin(j) < columns.end(j)) {
                Float64Kernels.widen(genes[j], vector, dimensions);
                for (int e = columns.begin(j), end = columns.end(j); e < end; e++) {
                    final int i = columns.row(e);
                    Float64Kernels.axpy(vectors[i], columns.value(e) / sums[i], vector, dimensions);
                }
            }
        }
        return new EmbeddedCells(columns, sums, vectors, controls.length);
    }

    int size() {
        return m_sums.length;
    }

    GeneColumns columns() {
        return m_columns;
    }

    int group(final int cell) {
        return cell < m_controls ? Conditions.CONTROL : Conditions.DISEASE;
    }

    double[] vector(final int cell) {
        return m_vectors[cell];
    }

    /** @return 1 / what is left of the cell's sum without so much; 0 if nothing is left, which stands for no cell */
    double factorWithout(final int cell, final double lost) {
        final double rest = m_sums[cell] - lost;
        return rest <= NOTHING_LEFT * m_sums[cell] ? 0 : 1 / rest;
    }
}
