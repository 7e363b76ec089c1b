package org.scelmo.core.neighbors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.parallel.Workers;

/**
 * The k nearest reference rows of each query row, exactly: a scan in float32 keeps every reference that could be among
 * the k nearest within a proven bound of its error, and float64 distances decide among these. The result is that of a
 * brute-force search in float64, whatever the number of threads; equal distances are ordered by lower index.
 *
 * <p>O(queries × references × dimensions) time. Memory per thread: up to {@value #MAX_BLOCK} queries and a panel of
 * references; both matrices are streamed.
 *
 * @param metric which distance
 * @param k number of neighbors, at least 1
 * @param excludeSelf whether query row i must not find reference row i (query and reference are the same matrix)
 * @param threads how many threads compute, at least 1
 */
public record ExactKnn(Metric metric, int k, boolean excludeSelf, int threads) {

    private static final int MAX_BLOCK = 1024;

    public ExactKnn {
        if (k < 1 || threads < 1) {
            throw new IllegalArgumentException("k (%d) and threads (%d) must be positive.".formatted(k, threads));
        }
    }

    /**
     * @param queries query rows; fewer than 2<sup>31</sup>
     * @param reference reference rows of the same dimensions; fewer than 2<sup>31</sup>
     * @param progress told as pairs are looked at, asked for cancellation many times a second
     * @return k neighbors per query
     * @throws IOException if a matrix cannot be read
     * @throws NeighborSearchException if the reference has fewer than k rows or other dimensions
     * @throws org.scelmo.core.matrix.NonFiniteValueException if a matrix holds NaN or an infinity
     */
    public Neighbors search(final DenseMatrix queries, final DenseMatrix reference, final Progress progress)
        throws IOException {
        check(queries, reference);
        final int count = Math.toIntExact(queries.rows());
        final var space = SearchSpace.of(reference, metric, progress);
        final var result = new Neighbors(new int[count][], new double[count][]);
        final double pairs = (double)count * reference.rows();
        final var done = new AtomicLong();
        final Runnable show =
            () -> progress.update(done.get() / pairs, () -> "Searched %.0f %%".formatted(100 * done.get() / pairs));
        try (var workers = new Workers("neighbor search", threads)) {
            final List<Future<Void>> tasks = new ArrayList<>();
            final int block = blockSize(count);
            for (int first = 0; first < count; first += block) {
                final int begin = first;
                final int size = Math.min(block, count - first);
                tasks.add(workers.submit(() -> {
                    new QueryBlock(space, queries, begin, size, k, excludeSelf).search(reference, done, result,
                        workers::checkStopped);
                    return null;
                }));
            }
            for (final var task : tasks) {
                Workers.await(task, progress, show);
            }
        }
        return result;
    }

    private void check(final DenseMatrix queries, final DenseMatrix reference) {
        if (reference.rows() == 0) {
            throw NeighborSearchException.emptyReference();
        }
        if (queries.columns() != reference.columns()) {
            throw NeighborSearchException.dimensions(queries.columns(), reference.columns());
        }
        final long available = reference.rows() - (excludeSelf ? 1 : 0);
        if (k > available) {
            throw NeighborSearchException.tooFew(k, available, excludeSelf);
        }
    }

    /** As large as allowed, for each block transposes the whole reference; but the same number for each thread. */
    private int blockSize(final int count) {
        final long most = (long)MAX_BLOCK * threads;
        final long rounds = Math.max(1, (count + most - 1) / most);
        return (int)Math.max(1, (count + rounds * threads - 1) / (rounds * threads));
    }
}
