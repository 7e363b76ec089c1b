package org.scelmo.core.neighbors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.lucene.util.hnsw.HnswGraphBuilder;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
import org.apache.lucene.util.hnsw.OnHeapHnswGraph;
import org.scelmo.core.Progress;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.parallel.Workers;

/**
 * The k nearest other rows of each row, nearly always: by Lucene's graph for approximate search (HNSW, Malkov and
 * Yashunin 2018). The graph is built by one thread, since with several its edges would depend on which was faster;
 * queries use all. So the seed alone decides. Distances are exact, in float64; what may be missing is a neighbor.
 *
 * <p>Rows are held in memory, in float32.
 *
 * @param metric which distance
 * @param k number of neighbors, at least 1
 * @param seed of the levels of the graph
 * @param threads how many threads search
 */
public record ApproximateKnn(Metric metric, int k, long seed, int threads) {

    private static final int CONNECTIONS = 16;
    private static final int BEAM = 100;
    private static final int LEAST_CANDIDATES = 64;
    private static final int BLOCK = 256;

    public ApproximateKnn {
        if (k < 1 || threads < 1) {
            throw new IllegalArgumentException("k (%d) and threads (%d) must be positive.".formatted(k, threads));
        }
    }

    /**
     * @param points fewer than 2<sup>31</sup> rows
     * @param progress told as the graph grows and is searched
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
        final var space = MemorySpace.read(points, metric, progress.part(0, 0.02));
        final var graph = build(space, count, progress.part(0.02, 0.7));
        final var result = new Neighbors(new int[count][], new double[count][]);
        final var done = new AtomicInteger();
        final Runnable show = () -> progress.update(0.7 + 0.29 * done.get() / count,
            () -> "Searched %,d of %,d cells".formatted(done.get(), count));
        try (var workers = new Workers("approximate neighbor search", threads)) {
            final List<Future<Void>> tasks = new ArrayList<>();
            for (int first = 0; first < count; first += BLOCK) {
                final int from = first;
                final int to = Math.min(first + BLOCK, count);
                tasks.add(workers.submit(() -> {
                    workers.checkStopped();
                    for (int i = from; i < to; i++) {
                        find(i, space, graph, result);
                    }
                    done.addAndGet(to - from);
                    return null;
                }));
            }
            for (final var task : tasks) {
                Workers.await(task, progress, show);
            }
        }
        complete(points, result, progress.part(0.99, 1));
        return result;
    }

    private OnHeapHnswGraph build(final MemorySpace space, final int count, final Progress progress)
        throws IOException {
        final var builder = HnswGraphBuilder.create(space, CONNECTIONS, BEAM, seed, count);
        for (int i = 0; i < count; i++) {
            if (i % BLOCK == 0) {
                final int done = i;
                progress.checkCanceled();
                progress.update((double)i / count, () -> "Indexed %,d of %,d cells".formatted(done, count));
            }
            builder.addGraphNode(i);
        }
        return builder.getCompletedGraph();
    }

    /** Leaves the row empty if the graph leads to too few others. */
    private void find(final int i, final MemorySpace space, final OnHeapHnswGraph graph, final Neighbors into)
        throws IOException {
        final int candidates = Math.min(Math.max(LEAST_CANDIDATES, 2 * k) + 1, space.size());
        final var found = HnswGraphSearcher.search(space.scorer(i), candidates, graph, null, Integer.MAX_VALUE);
        final var best = new NearestList(k);
        int others = 0;
        for (final var document : found.topDocs().scoreDocs) {
            if (document.doc != i) {
                best.offer(document.doc, space.distance(i, document.doc));
                others++;
            }
        }
        if (others >= k) {
            into.indices()[i] = best.indices();
            into.distances()[i] = best.distances();
        }
    }

    /** Rows that the graph does not reach well are searched exactly. */
    private void complete(final DenseMatrix points, final Neighbors result, final Progress progress)
        throws IOException {
        final var missing = new ArrayList<Integer>();
        for (int i = 0; i < result.queries(); i++) {
            if (result.indices()[i] == null) {
                missing.add(i);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        final var rows = missing.stream().mapToInt(Integer::intValue).toArray();
        final var exact = Others.of(points, rows, metric, k, threads, progress);
        for (int i = 0; i < rows.length; i++) {
            result.indices()[rows[i]] = exact.indices()[i];
            result.distances()[rows[i]] = exact.distances()[i];
        }
    }
}
