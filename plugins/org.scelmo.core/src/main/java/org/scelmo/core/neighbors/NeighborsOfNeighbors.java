package org.scelmo.core.neighbors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;

import org.scelmo.core.Progress;
import org.scelmo.core.parallel.Workers;

/**
 * Looks for nearer others of each row among the neighbors of its neighbors. All rows look at the neighbors as they were
 * before, so the order in which they do is of no consequence.
 *
 * @param rows in memory
 * @param dimensions of a row
 * @param metric which distance
 * @param before k others of each row
 */
record NeighborsOfNeighbors(float[][] rows, int dimensions, Metric metric, Neighbors before) {

    private static final int BLOCK = 1024;

    /** @return as many others of each row, none farther than before */
    Neighbors improve(final Workers workers, final Progress progress) throws IOException {
        final int count = rows.length;
        final var after = new Neighbors(new int[count][], new double[count][]);
        final List<Future<Void>> tasks = new ArrayList<>();
        for (int first = 0; first < count; first += BLOCK) {
            final int from = first;
            final int to = Math.min(first + BLOCK, count);
            tasks.add(workers.submit(() -> {
                for (int i = from; i < to; i++) {
                    workers.checkStopped();
                    improve(i, after);
                }
                return null;
            }));
        }
        for (int t = 0; t < tasks.size(); t++) {
            Workers.await(tasks.get(t), progress);
            final int done = Math.min((t + 1) * BLOCK, count);
            progress.update((double)done / count,
                () -> "Compared neighbors of neighbors of %,d of %,d cells".formatted(done, count));
        }
        return after;
    }

    private void improve(final int row, final Neighbors after) {
        final var best = new NearestList(before.indices()[row].length);
        int last = -1;
        for (final int other : candidates(row)) {
            if (other != row && other != last) {
                best.offer(other, metric.distance(rows[row], rows[other], dimensions));
            }
            last = other;
        }
        after.indices()[row] = best.indices();
        after.distances()[row] = best.distances();
    }

    /** @return neighbors and their neighbors, ascending, some more than once */
    private int[] candidates(final int row) {
        final var own = before.indices()[row];
        final int k = own.length;
        final var candidates = Arrays.copyOf(own, k + k * k);
        for (int j = 0; j < k; j++) {
            System.arraycopy(before.indices()[own[j]], 0, candidates, k + j * k, k);
        }
        Arrays.sort(candidates);
        return candidates;
    }
}
