package org.scelmo.core.metrics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.neighbors.Neighbors;
import org.scelmo.core.parallel.Workers;

/**
 * The local inverse Simpson index of each cell: how many batches (iLISI) or labels (cLISI) it meets among its neighbors
 * in an embedding, or along the edges of a graph.
 *
 * @param groups batches or labels; every cell has one
 * @param perplexity how many neighbors count; scib and scib-metrics use a third of the neighbors, rounded down
 * @param threads how many threads compute; the result does not depend on it
 */
public record Lisi(Groups groups, double perplexity, int threads) {

    private static final int CELLS = 256;

    /**
     * scib-metrics' and harmonypy's definition.
     *
     * @param neighbors the others nearest to each cell
     * @return one value per cell, 1 to the number of groups
     * @throws IOException if interrupted work failed
     */
    public double[] inEmbedding(final Neighbors neighbors, final Progress progress) throws IOException {
        return compute(neighbors.queries(), () -> {
            final var index = new InverseSimpson(perplexity, groups.count());
            return cell -> {
                final var others = neighbors.indices()[cell];
                return index.of(neighbors.distances()[cell], others, others.length, groups);
            };
        }, progress);
    }

    /**
     * scib's definition: neighbors are the nearest by the shortest path, on which an edge is as long as its weight. A
     * strong edge is a long one, as in scib.
     *
     * @param graph connectivities, cells × cells, symmetric
     * @param neighbors how many; scib uses 90
     * @return one value per cell, 1 to the number of groups; 1 for a cell that reaches fewer others
     * @throws IOException if interrupted work failed
     */
    public double[] inGraph(final CsrMatrix graph, final int neighbors, final Progress progress) throws IOException {
        return compute(graph.rows(), () -> {
            final var paths = new ShortestPaths(graph, neighbors);
            final var index = new InverseSimpson(perplexity, groups.count());
            return cell -> paths.from(cell) < neighbors ? 1
                : index.of(paths.distances(), paths.cells(), neighbors, groups);
        }, progress);
    }

    /** Median over cells, brought to 0 (each cell meets one batch) … 1 (it meets all batches equally). */
    public static double mixing(final double[] values, final Groups batches) {
        return (median(values) - 1) / (batches.count() - 1);
    }

    /** Median over cells, brought to 0 (each cell meets all labels equally) … 1 (it meets its own only). */
    public static double separation(final double[] values, final Groups labels) {
        return (labels.count() - median(values)) / (labels.count() - 1);
    }

    static double median(final double[] values) {
        final var sorted = values.clone();
        Arrays.sort(sorted);
        final int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Computes cells in blocks, each with a function of its own that may keep arrays. */
    private double[] compute(final int cells, final Supplier<IntToDoubleFunction> function,
        final Progress progress) throws IOException {
        final var values = new double[cells];
        try (var workers = new Workers("LISI", threads)) {
            final List<Future<Void>> tasks = new ArrayList<>();
            for (int first = 0; first < cells; first += CELLS) {
                final int from = first;
                tasks.add(workers.submit(() -> {
                    final var value = function.get();
                    for (int i = from; i < Math.min(cells, from + CELLS); i++) {
                        workers.checkStopped();
                        values[i] = value.applyAsDouble(i);
                    }
                    return null;
                }));
            }
            for (int t = 0; t < tasks.size(); t++) {
                Workers.await(tasks.get(t), progress);
                final double done = (t + 1.0) / tasks.size();
                progress.update(done, () -> "Looked at the neighbors of %.0f %% of the cells".formatted(100 * done));
            }
        }
        return values;
    }
}
