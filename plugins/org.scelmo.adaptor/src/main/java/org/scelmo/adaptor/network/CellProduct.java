package org.scelmo.adaptor.network;

import java.util.Arrays;

import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowKernels;
import org.scelmo.core.matrix.SparseDenseProduct;

/** Cells as sums of their genes' factors, and the way of a gradient back to the factors; O(nnz × dimensions). */
final class CellProduct {

    private CellProduct() {
    }

    /** @return {@code X · G}, cells × dimensions; summed in float32, in the order of the genes */
    static float[][] forward(final CsrMatrix cells, final float[][] factors, final Runnable check) {
        final int dimensions = factors[0].length;
        final var sums = new float[cells.rows()][dimensions];
        SparseDenseProduct.add(cells, factors, dimensions, sums, check);
        return sums;
    }

    /** @param slopes receives {@code Xᵀ · gradient}, genes × dimensions */
    static void backward(final CsrMatrix cells, final double[][] gradient, final float[][] slopes) {
        for (final var row : slopes) {
            Arrays.fill(row, 0);
        }
        final var columns = cells.indices();
        final var values = cells.values();
        final int dimensions = slopes[0].length;
        final var row = new float[dimensions];
        for (int i = 0; i < cells.rows(); i++) {
            for (int k = 0; k < dimensions; k++) {
                row[k] = (float)gradient[i][k];
            }
            for (int e = cells.begin(i), end = cells.end(i); e < end; e++) {
                RowKernels.axpy1(slopes[columns[e]], values[e], row, dimensions);
            }
        }
    }
}
