package org.scelmo.adaptor.network;

import java.util.Arrays;

import org.scelmo.adaptor.parallel.Team;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowKernels;
import org.scelmo.core.matrix.SparseDenseProduct;

/** Cells as sums of their genes' factors, and the way of a gradient back to the factors; O(nnz × dimensions). */
final class CellProduct {

    private static final int CELLS = 64;
    private static final int GENES = 512;

    private CellProduct() {
    }

    /** @return {@code X · G}, cells × dimensions; summed in float32, in the order of the genes */
    static float[][] forward(final CsrMatrix cells, final float[][] factors, final Runnable check) {
        final var sums = new float[cells.rows()][factors[0].length];
        SparseDenseProduct.add(cells, factors, factors[0].length, sums, check);
        return sums;
    }

    /** The same, shared by a team. */
    static float[][] forward(final CsrMatrix cells, final float[][] factors, final Team team) {
        final var sums = new float[cells.rows()][factors[0].length];
        team.runStretches(cells.rows(), CELLS, (from, to) -> SparseDenseProduct.add(cells, from, to, factors,
            factors[0].length, sums, () -> { }));
        return sums;
    }

    /** @param slopes receives {@code Xᵀ · gradient}, genes × dimensions; summed in float32, in the order of the cells */
    static void backward(final CsrMatrix cells, final double[][] gradient, final float[][] slopes, final Team team) {
        final var rows = new float[cells.rows()][slopes[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < rows[i].length; k++) {
                rows[i][k] = (float)gradient[i][k];
            }
        }
        team.runStretches(slopes.length, GENES, (from, to) -> backward(cells, rows, slopes, from, to));
    }

    private static void backward(final CsrMatrix cells, final float[][] gradient, final float[][] slopes, final int from,
        final int to) {
        for (int j = from; j < to; j++) {
            Arrays.fill(slopes[j], 0);
        }
        final var columns = cells.indices();
        final var values = cells.values();
        for (int i = 0; i < cells.rows(); i++) {
            final int end = cells.end(i);
            for (int e = firstAtOrBehind(columns, cells.begin(i), end, from); e < end && columns[e] < to; e++) {
                RowKernels.axpy1(slopes[columns[e]], values[e], gradient[i], gradient[i].length);
            }
        }
    }

    private static int firstAtOrBehind(final int[] columns, final int begin, final int end, final int column) {
        final int found = Arrays.binarySearch(columns, begin, end, column);
        return found < 0 ? -found - 1 : found;
    }
}
