package org.scelmo.core.neighbors;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.SelectedRows;

/**
 * The nearest others of each row among those of its leaf, joined with what was found before. Leaves have no row in common,
 * so that they can be searched at the same time.
 *
 * @param rows in memory
 * @param metric which distance
 * @param k number of neighbors
 * @param found k others of each row, nearest first, equal distances by lower index; null where nothing was found yet
 */
record LeafSearch(DenseMatrix rows, Metric metric, int k, Neighbors found) {

    private static final int BLOCK = 1024;

    /**
     * @param leaf more than k rows, ascending
     * @param check called every few milliseconds; what it throws ends the work
     */
    void search(final int[] leaf, final Runnable check) throws IOException {
        final var members = new SelectedRows(rows, leaf);
        final var space = SearchSpace.of(members, metric, Progress.NONE);
        final var inLeaf = new Neighbors(new int[leaf.length][], new double[leaf.length][]);
        for (int first = 0; first < leaf.length; first += BLOCK) {
            new QueryBlock(space, members, first, Math.min(BLOCK, leaf.length - first), k, true).search(members,
                new AtomicLong(), inLeaf, check);
        }
        for (int i = 0; i < leaf.length; i++) {
            final var indices = inLeaf.indices()[i];
            for (int j = 0; j < k; j++) {
                indices[j] = leaf[indices[j]];
            }
            join(leaf[i], indices, inLeaf.distances()[i]);
        }
    }

    private void join(final int row, final int[] indices, final double[] distances) {
        final var before = found.indices()[row];
        if (before == null) {
            found.indices()[row] = indices;
            found.distances()[row] = distances;
            return;
        }
        final var farther = found.distances()[row];
        final var joined = new int[k];
        final var apart = new double[k];
        int a = 0;
        int b = 0;
        for (int n = 0; n < k; n++) {
            final boolean same = before[a] == indices[b];
            final boolean isBefore = same || farther[a] < distances[b]
                || farther[a] == distances[b] && before[a] < indices[b];
            joined[n] = isBefore ? before[a] : indices[b];
            apart[n] = isBefore ? farther[a] : distances[b];
            a += isBefore ? 1 : 0;
            b += !isBefore || same ? 1 : 0;
        }
        found.indices()[row] = joined;
        found.distances()[row] = apart;
    }
}
