package org.scelmo.core.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.scelmo.core.CanceledException;
import org.scelmo.core.Progress;
import org.scelmo.core.golden.GoldenData;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.neighbors.Metric;
import org.scelmo.core.neighbors.NeighborGraph;

class ResolutionScanTest {

    private static final List<Double> RESOLUTIONS = List.of(2.0, 0.2, 1.0);

    private static CsrMatrix graph() throws IOException {
        final var rows = GoldenData.npyFloat("pbmc_symphony_3batch/X_pca.npy");
        return NeighborGraph.of(DenseMatrix.of(rows, rows[0].length), Metric.EUCLIDEAN, 14, NeighborGraph.MOST_EXACT, 0,
            2, Progress.NONE).connectivities();
    }

    @Test
    void findsTheSameAsOneAfterTheOtherInTheOrderAskedFor() throws IOException {
        final var graph = graph();
        for (final int threads : new int[]{1, 3}) {
            final var findings = new ResolutionScan(Algorithm.LEIDEN, 4, threads).find(graph, RESOLUTIONS, Progress.NONE);
            for (int i = 0; i < 3; i++) {
                final double resolution = RESOLUTIONS.get(i);
                final var alone = new Communities(Algorithm.LEIDEN, resolution, 4).find(graph, Progress.NONE);
                assertEquals(resolution, findings.get(i).resolution());
                assertArrayEquals(alone.of(), findings.get(i).communities().of());
                assertEquals(Communities.modularity(graph, alone, resolution), findings.get(i).modularity());
            }
        }
    }

    @Test
    void messagesOfProgressCanStillBeMadeWhenAllIsDone() throws IOException {
        final var messages = new ArrayList<Supplier<String>>();
        new ResolutionScan(Algorithm.LOUVAIN, 0, 2).find(graph(), RESOLUTIONS, new Progress() {
            @Override
            public void update(final double fraction, final Supplier<String> message) {
                messages.add(message);
            }

            @Override
            public void checkCanceled() {
                // goes on
            }
        });
        assertEquals(List.of("Clustering at resolution 2.0", "Clustering at resolution 0.2",
            "Clustering at resolution 1.0"), messages.stream().map(Supplier::get).toList());
    }

    @Test
    void canBeCanceled() throws IOException {
        final var graph = graph();
        final var canceled = new Progress() {
            @Override
            public void update(final double fraction, final Supplier<String> message) {
                // not of interest
            }

            @Override
            public void checkCanceled() {
                throw new CanceledException();
            }
        };
        assertThrows(CanceledException.class,
            () -> new ResolutionScan(Algorithm.LOUVAIN, 0, 2).find(graph, RESOLUTIONS, canceled));
    }
}
