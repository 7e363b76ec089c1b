package org.scelmo.core.neighbors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.parallel.Workers;

/**
 * The k nearest other rows of each row, nearly always. {@value #TREES} random trees divide the rows into small leaves, in
 * which the exact search looks for neighbors; then the neighbors of neighbors are looked at (as Dasgupta and Freund 2008,
 * and Dong, Moses and Li 2011 do). No step depends on which thread was faster, so the seed alone decides. Distances are
 * those of the exact search; what may be missing is a neighbor.
 *
 * <p>O(rows × log rows × dimensions) time. Rows are held in memory, in float32.
 *
 * @param metric which distance
 * @param k number of neighbors, at least 1
 * @param seed of the trees
 * @param threads how many threads compute
 */
public record ApproximateKnn(Metric metric, int k, long seed, int threads) {

    private static final int TREES = 16;
    private static final int LEAF = 500;
    /** Rows of the smallest leaf must be more than k; it may be a sixteenth of the largest. */
    private static final int LEAF_PER_NEIGHBOR = 32;
    private static final int BLOCK = 4096;

    public ApproximateKnn {
        if (k < 1 || threads < 1) {
            throw new IllegalArgumentException("k (%d) and threads (%d) must be positive.".formatted(k, threads));
        }
    }

    /**
     * @param points fewer than 2<sup>31</sup> rows
     * @param progress told as rows are searched
     * @return k other rows for each row
     * @throws IOException if the points cannot be read
     * @throws NeighborSearchException if there are fewer than k others
     * @throws org.scelmo.core.matrix.NonFiniteValueException if the points hold NaN or an infinity
     */
    public Neighbors search(final DenseMatrix points, final Progress progress) throws IOException {
        final int count = Math.toIntExact(points.rows());
        if (k > count - 1) {
            throw NeighborSearchException.tooFew(k, count - 1L, true);
        }
        final var rows = rows(points, progress.part(0, 0.02));
        final int dimensions = points.columns();
        try (var workers = new Workers("approximate neighbor search", threads)) {
            final var trees = trees(rows, dimensions, workers);
            final var found = new Neighbors(new int[count][], new double[count][]);
            final var search = new LeafSearch(DenseMatrix.of(rows, dimensions), metric, k, found);
            for (int t = 0; t < TREES; t++) {
                final int number = t + 1;
                final var part = progress.part(0.02 + 0.78 * t / TREES, 0.02 + 0.78 * number / TREES);
                search(Workers.await(trees.get(t), part), search, workers, part);
                part.update(1, () -> "Compared cells in %d of %d divisions".formatted(number, TREES));
            }
            return new NeighborsOfNeighbors(rows, dimensions, metric, found).improve(workers, progress.part(0.8, 1));
        }
    }

    private static float[][] rows(final DenseMatrix points, final Progress progress) throws IOException {
        final var rows = new float[(int)points.rows()][];
        for (int first = 0; first < rows.length; first += BLOCK) {
            progress.checkCanceled();
            final var block = points.copy(first, Math.min(BLOCK, rows.length - first));
            for (int i = 0; i < block.length; i++) {
                SearchSpace.checkFinite("The embedding", first + i, block[i], points.columns());
                rows[first + i] = block[i];
            }
        }
        return rows;
    }

    /** All at once: one tree is the work of one thread. */
    private List<Future<List<int[]>>> trees(final float[][] rows, final int dimensions, final Workers workers) {
        final int largest = Math.max(LEAF, LEAF_PER_NEIGHBOR * k);
        final var seeds = new SplittableRandom(seed);
        final var trees = new ArrayList<Future<List<int[]>>>();
        for (int t = 0; t < TREES; t++) {
            final var random = seeds.split();
            trees.add(workers.submit(
                () -> RandomTree.leaves(rows, dimensions, metric, largest, random, workers::checkStopped)));
        }
        return trees;
    }

    private static void search(final List<int[]> leaves, final LeafSearch search, final Workers workers,
        final Progress progress) throws IOException {
        final var tasks = new ArrayList<Future<Void>>();
        for (final var leaf : leaves) {
            tasks.add(workers.submit(() -> {
                search.search(leaf, workers::checkStopped);
                return null;
            }));
        }
        for (final var task : tasks) {
            Workers.await(task, progress);
        }
    }
}
