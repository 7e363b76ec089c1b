package org.scelmo.benchmarks;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.neighbors.ExactKnn;
import org.scelmo.core.neighbors.Metric;

/** Exact neighbors among 50,000 references, beside scikit-learn's brute force. */
public final class ExactKnnBenchmark {

    private static final int REFERENCES = 50_000;
    private static final int DIMENSIONS = 1_536;
    private static final int K = 10;

    private ExactKnnBenchmark() {
    }

    public static void main(final String[] args) throws Exception {
        Timing.printMachine();
        final var reference = DenseMatrix.of(SyntheticCells.vectors(REFERENCES, DIMENSIONS, 1), DIMENSIONS);
        for (final var metric : Metric.values()) {
            run(metric, 2_000, 1, 3, reference);
        }
        run(Metric.COSINE, 10_000, 2, 1, reference);
    }

    private static void run(final Metric metric, final int queries, final int threads, final int runs,
        final DenseMatrix reference) throws Exception {
        final var query = DenseMatrix.of(SyntheticCells.vectors(queries, DIMENSIONS, 2), DIMENSIONS);
        final var knn = new ExactKnn(metric, K, false, threads);
        final double ours = runs == 1 ? Timing.once(() -> knn.search(query, reference, Progress.NONE))
            : Timing.median(runs, () -> knn.search(query, reference, Progress.NONE));
        final double gigaflop = 2e-9 * queries * REFERENCES * DIMENSIONS;
        System.out.printf("%s, %,d queries x %,d references x %,d, k = %d, %d thread(s): %.2f s, %.1f GFLOP/s%n", metric,
            queries, REFERENCES, DIMENSIONS, K, threads, ours, gigaflop / ours);
        if (metric == Metric.COSINE) {
            Peer.seconds("exact_knn.py", threads, queries, REFERENCES, DIMENSIONS, K, runs)
                .ifPresent(s -> System.out.printf("  scikit-learn, %d BLAS thread(s): %.2f s, %.2f times as long%n", threads,
                    s, s / ours));
        }
    }
}
