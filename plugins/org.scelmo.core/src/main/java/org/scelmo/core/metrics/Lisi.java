package org.scelmo.core.metrics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
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
 * @param groupings batches, labels or both: neighbors are weighed once for all; every cell has a group in each
 * @param perplexity how many neighbors count; scib and scib-metrics use a third of the neighbors, rounded down
 * @param threads how many threads compute; the result does not depend on it
 */
public record Lisi(List<Groups> groupings, double perplexity, int threads) {

    private static final int CELLS = 256;

    public Lisi {
        groupings = List.copyOf(groupings);
    }

    /** For one grouping. */
    public Lisi(final Groups groups, final double perplexity, final int threads) {
        this(List.of(groups), perplexity, threads);
    }

    /**
     * scib-metrics' and harmonypy's definition.
     *
     * @param neighbors the others nearest to each cell
     * @return for each grouping one value per cell, 1 to the number of groups; −1, as the references, if all weights of
     *         a cell's neighbors vanish
     * @throws IOException if interrupted work failed
     */
    public double[][] inEmbedding(final Neighbors neighbors, final Progress progress) throws IOException {
        return compute(neighbors.queries(), () -> {
            final var index = new InverseSimpson(perplexity);
            return (cell, values) -> {
                final var others = neighbors.indices()[cell];
                fill(index, neighbors.distances()[cell], others, others.length, values, cell);
            };
        }, progress);
    }

    /**
     * scib's definition: neighbors are the nearest by the shortest path, on which an edge is as long as its weight. A
     * strong edge is a long one, as in scib.
     *
     * @param graph connectivities, cells × cells, symmetric
     * @param neighbors how many; scib uses 90
     * @return for each grouping one value per cell, 1 to the number of groups; 1 for a cell that reaches fewer others
     * @throws IOException if interrupted work failed
     */
    public double[][] inGraph(final CsrMatrix graph, final int neighbors, final Progress progress) throws IOException {
        final var sorted = ShortestPaths.shortestEdgesFirst(graph);
        return compute(graph.rows(), () -> {
            final var paths = new ShortestPaths(sorted, neighbors);
            final var index = new InverseSimpson(perplexity);
            return (cell, values) -> {
                if (paths.from(cell) < neighbors) {
                    for (final var ofGrouping : values) {
                        ofGrouping[cell] = 1;
                    }
                } else {
                    fill(index, paths.distances(), paths.cells(), neighbors, values, cell);
                }
            };
        }, progress);
    }

    private void fill(final InverseSimpson index, final double[] distances, final int[] others, final int count,
        final double[][] values, final int cell) {
        final boolean isWeighed = index.weighNeighbors(distances, count);
        for (int g = 0; g < values.length; g++) {
            values[g][cell] = isWeighed ? index.of(others, count, groupings.get(g)) : -1;
        }
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

    /** Sets the values of one cell in all groupings. */
    private interface CellFunction {

        void apply(int cell, double[][] values);
    }

    /** Computes cells in blocks, each with a function of its own that may keep arrays. */
    private double[][] compute(final int cells, final Supplier<CellFunction> function, final Progress progress)
        throws IOException {
        final var values = new double[groupings.size()][cells];
        try (var workers = new Workers("LISI", threads)) {
            final List<Future<Void>> tasks = new ArrayList<>();
            for (int first = 0; first < cells; first += CELLS) {
                final int from = first;
                tasks.add(workers.submit(() -> {
                    final var ofCell = function.get();
                    for (int i = from; i < Math.min(cells, from + CELLS); i++) {
                        workers.checkStopped();
                        ofCell.apply(i, values);
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
