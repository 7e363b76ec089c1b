package org.scelmo.core.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.parallel.Workers;

/**
 * Communities at several resolutions, computed side by side; the result does not depend on the number of threads.
 *
 * @param algorithm Leiden or Louvain
 * @param seed of each search
 * @param threads how many resolutions at once
 */
public record ResolutionScan(Algorithm algorithm, long seed, int threads) {

    /**
     * What was found at a resolution.
     *
     * @param resolution the resolution
     * @param communities of the cells
     * @param modularity of these communities at this resolution
     */
    public record Finding(double resolution, Groups communities, double modularity) {
    }

    /**
     * @param graph connectivities, cells × cells, symmetric
     * @param resolutions above 0
     * @param progress told after each resolution
     * @return a finding for each resolution, in their order
     * @throws IOException never; what tasks throw comes through as it is
     */
    public List<Finding> find(final CsrMatrix graph, final List<Double> resolutions, final Progress progress)
        throws IOException {
        final List<Finding> findings = new ArrayList<>();
        try (var workers = new Workers("clustering", threads)) {
            final Progress stop = stopping(workers);
            final List<Future<Finding>> tasks = new ArrayList<>();
            for (final var resolution : resolutions) {
                tasks.add(workers.submit(() -> {
                    final var communities = new Communities(algorithm, resolution, seed).find(graph, stop);
                    return new Finding(resolution, communities,
                        Communities.modularity(graph, communities, resolution));
                }));
            }
            for (final var task : tasks) {
                final var resolution = resolutions.get(findings.size());
                progress.update((double)findings.size() / resolutions.size(),
                    () -> "Clustering at resolution " + resolution);
                findings.add(Workers.await(task, progress));
            }
        }
        return findings;
    }

    private static Progress stopping(final Workers workers) {
        return new Progress() {
            @Override
            public void update(final double fraction, final Supplier<String> message) {
                // told by the thread that waits
            }

            @Override
            public void checkCanceled() {
                workers.checkStopped();
            }
        };
    }
}
