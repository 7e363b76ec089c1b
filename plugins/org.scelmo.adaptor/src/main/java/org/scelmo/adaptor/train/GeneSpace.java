package org.scelmo.adaptor.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.scelmo.core.matrix.CsrMatrix;

/**
 * The genes that the tower must know about in training, and no others: those with a vector that some cell expresses, and
 * one that stands for all genes without a vector, which all have the same factors. The product X · G, and with it every
 * gradient, stays what it is with all genes; the tower's work does not.
 *
 * @param vectors of the kept genes; the last is all zeros and stands for those without
 * @param place per gene of X its row there; −1 for a gene with a vector that no cell expresses
 */
record GeneSpace(float[][] vectors, int[] place) {

    static GeneSpace of(final CsrMatrix cells, final float[][] vectors, final int dimensions) {
        final var expressed = new boolean[cells.columns()];
        for (int e = 0, end = (int)cells.nnz(); e < end; e++) {
            expressed[cells.indices()[e]] = true;
        }
        final List<float[]> kept = new ArrayList<>();
        final var place = new int[vectors.length];
        for (int j = 0; j < vectors.length; j++) {
            place[j] = -1;
            if (vectors[j] != null && expressed[j]) {
                place[j] = kept.size();
                kept.add(vectors[j]);
            }
        }
        for (int j = 0; j < vectors.length; j++) {
            if (vectors[j] == null) {
                place[j] = kept.size();
            }
        }
        kept.add(new float[dimensions]);
        return new GeneSpace(kept.toArray(float[][]::new), place);
    }

    /** @return the given cells in the given order, over the kept genes; genes without a vector summed into the last */
    CsrMatrix cells(final CsrMatrix all, final int[] rows) {
        long most = 0;
        for (final int row : rows) {
            most += all.end(row) - all.begin(row) + 1;
        }
        final int entries = CellsInMemory.checked(most);
        final var offsets = new long[rows.length + 1];
        final var indices = new int[entries];
        final var values = new float[entries];
        final int without = vectors.length - 1;
        int n = 0;
        for (int i = 0; i < rows.length; i++) {
            double rest = 0;
            for (int e = all.begin(rows[i]), end = all.end(rows[i]); e < end; e++) {
                final int gene = place[all.indices()[e]];
                if (gene == without) {
                    rest += all.values()[e];
                } else {
                    indices[n] = gene;
                    values[n++] = all.values()[e];
                }
            }
            if (rest != 0) {
                indices[n] = without;
                values[n++] = (float)rest;
            }
            offsets[i + 1] = n;
        }
        return CsrMatrix.wrap(rows.length, vectors.length, offsets, Arrays.copyOf(indices, n), Arrays.copyOf(values, n));
    }
}
