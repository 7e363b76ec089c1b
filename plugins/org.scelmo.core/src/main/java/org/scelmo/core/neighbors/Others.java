package org.scelmo.core.neighbors;

import java.io.IOException;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.SelectedRows;

/** The exact nearest others of some rows only. */
final class Others {

    private Others() {
    }

    static Neighbors of(final DenseMatrix points, final int[] rows, final Metric metric, final int k,
        final int threads, final Progress progress) throws IOException {
        final var all = new ExactKnn(metric, k + 1, false, threads).search(new SelectedRows(points, rows), points,
            progress);
        final var others = new Neighbors(new int[rows.length][k], new double[rows.length][k]);
        for (int i = 0; i < rows.length; i++) {
            int n = 0;
            for (int j = 0; j <= k && n < k; j++) { // among equal rows the row itself may be missing
                if (all.indices()[i][j] != rows[i]) {
                    others.indices()[i][n] = all.indices()[i][j];
                    others.distances()[i][n++] = all.distances()[i][j];
                }
            }
        }
        return others;
    }
}
