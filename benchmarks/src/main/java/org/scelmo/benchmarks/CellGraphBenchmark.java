package org.scelmo.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

import org.scelmo.core.Progress;
import org.scelmo.core.cluster.Algorithm;
import org.scelmo.core.cluster.ResolutionScan;
import org.scelmo.core.layout.Umap;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.neighbors.Metric;
import org.scelmo.core.neighbors.NeighborGraph;

/**
 * Neighbors, clusters and UMAP of cells in 50 dimensions, forty groups.
 *
 * <p>usage: CellGraphBenchmark CELLS exact|approximate|both: the neighbors; then, but not with both, clusters and UMAP,
 * up to {@value #SEVERAL} cells with one thread, too, and each four times: once with the JVM's start, three times warm
 */
public final class CellGraphBenchmark {

    private static final int DIMENSIONS = 50;
    private static final int GROUPS = 40;
    private static final int OTHERS = 14;
    private static final int SEVERAL = 50_000;

    private CellGraphBenchmark() {
    }

    public static void main(final String[] args) throws Exception {
        Timing.printMachine();
        final int cells = Integer.parseInt(args[0]);
        final int threads = Runtime.getRuntime().availableProcessors();
        final var points = points(cells);
        if (args[1].equals("both")) {
            neighbors(points, false, threads);
            neighbors(points, true, threads);
            return;
        }
        final var connectivities = neighbors(points, args[1].equals("approximate"), threads).connectivities();
        tell("Leiden, resolution 1", cells, 1, () -> new ResolutionScan(Algorithm.LEIDEN, 0, 1).find(connectivities,
            List.of(1.0), Progress.NONE));
        tell("Leiden, ten resolutions", cells, threads, () -> new ResolutionScan(Algorithm.LEIDEN, 0, threads)
            .find(connectivities, List.of(0.2, 0.4, 0.6, 0.8, 1.0, 1.2, 1.4, 1.6, 1.8, 2.0), Progress.NONE));
        tell("UMAP of the graph", cells, threads,
            () -> Umap.scanpy(2, 0, threads).layout(connectivities, Progress.NONE));
        if (cells <= SEVERAL) {
            tell("UMAP of the graph", cells, 1, () -> Umap.scanpy(2, 0, 1).layout(connectivities, Progress.NONE));
        }
        System.out.printf("%s, peak heap %,d MB%n", Memory.peakOfProcess(), Memory.peakHeap() >> 20);
    }

    private static NeighborGraph neighbors(final DenseMatrix points, final boolean approximate, final int threads)
        throws Exception {
        final int cells = (int)points.rows();
        final NeighborGraph[] graph = new NeighborGraph[1];
        tell("neighbors" + (approximate ? ", approximate" : ", exact"), cells, threads, () -> graph[0] = NeighborGraph
            .of(points, Metric.EUCLIDEAN, OTHERS, approximate ? 0 : cells, 0, threads, Progress.NONE));
        graph[0].recall().ifPresent(recall -> System.out.printf("  recall of 1,000 cells: %.4f%n", recall));
        return graph[0];
    }

    private static void tell(final String what, final int cells, final int threads,
        final Callable<?> work) throws Exception {
        System.out.printf("%s, %,d cells, %d thread(s): %.2f s", what, cells, threads, Timing.once(work));
        if (cells <= SEVERAL) {
            final double[] again = {Timing.once(work), Timing.once(work), Timing.once(work)};
            Arrays.sort(again);
            System.out.printf(", warm %.2f s", again[1]);
        }
        System.out.println();
    }

    private static DenseMatrix points(final int cells) {
        final var random = new SplittableRandom(1);
        final var centres = new float[GROUPS][DIMENSIONS];
        for (final var centre : centres) {
            for (int d = 0; d < DIMENSIONS; d++) {
                centre[d] = (float)(4 * random.nextDouble());
            }
        }
        final var rows = new float[cells][DIMENSIONS];
        for (final var row : rows) {
            final var centre = centres[random.nextInt(GROUPS)];
            for (int d = 0; d < DIMENSIONS; d++) {
                row[d] = centre[d] + (float)(3 * (random.nextDouble() + random.nextDouble() + random.nextDouble())
                    / (1 + d / 5.0));
            }
        }
        return DenseMatrix.of(rows, DIMENSIONS);
    }
}
