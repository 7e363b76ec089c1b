package org.scelmo.core.metrics.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.cluster.Algorithm;
import org.scelmo.core.cluster.Communities;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.metrics.ClusterAgreement;
import org.scelmo.core.metrics.ClusterAgreement.Average;
import org.scelmo.core.parallel.Workers;

/**
 * Clusters at several resolutions, and the best of them by normalized mutual information with the labels. That choice
 * knows the truth: it is for scoring only.
 *
 * @param clusterings in the order of the resolutions
 * @param resolution the best one, the first of equals
 * @param best how its clusters agree with the labels
 */
record ClusterScan(List<Groups> clusterings, double resolution, ClusterAgreement best) {

    static ClusterScan of(final CsrMatrix graph, final Groups labels, final Algorithm algorithm,
        final double[] resolutions, final long seed, final int threads, final Progress progress) throws IOException {
        final List<Groups> clusterings = new ArrayList<>();
        ClusterAgreement best = null;
        double resolution = Double.NaN;
        try (var workers = new Workers("clusters", threads)) {
            final List<Future<Groups>> tasks = new ArrayList<>();
            for (final var r : resolutions) {
                tasks.add(workers.submit(() -> new Communities(algorithm, r, seed).find(graph, Progress.NONE)));
            }
            for (int i = 0; i < resolutions.length; i++) {
                final var found = Workers.await(tasks.get(i), progress);
                clusterings.add(found);
                final var agreement = ClusterAgreement.of(labels, found);
                if (best == null || information(agreement) > information(best)) {
                    best = agreement;
                    resolution = resolutions[i];
                }
                final double done = (i + 1.0) / resolutions.length;
                progress.update(done, () -> "Clusters at %.0f %% of the resolutions".formatted(100 * done));
            }
        }
        return new ClusterScan(clusterings, resolution, best);
    }

    private static double information(final ClusterAgreement agreement) {
        return agreement.normalizedMutualInformation(Average.ARITHMETIC);
    }

    double normalizedMutualInformation() {
        return information(best);
    }
}
