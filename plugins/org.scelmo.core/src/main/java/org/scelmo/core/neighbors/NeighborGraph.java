package org.scelmo.core.neighbors;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeSet;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;

/**
 * The nearest others of each cell, and the graph of connectivities made of them, as scanpy's {@code pp.neighbors}.
 *
 * @param neighbors the others of each cell
 * @param connectivities see {@link Connectivities}
 * @param recall share of the true neighbors that were found, measured on some cells; empty if the search was exact
 */
public record NeighborGraph(Neighbors neighbors, CsrMatrix connectivities, OptionalDouble recall) {

    /** Up to so many cells the search is exact. */
    public static final int MOST_EXACT = 200_000;
    /** For so many cells the recall of an approximate search is measured. */
    public static final int SAMPLE = 1_000;

    /**
     * @param points cells × dimensions
     * @param metric which distance
     * @param others neighbors of each cell, the cell itself not counted: scanpy's {@code n_neighbors} − 1
     * @param mostExact with more cells the search is approximate
     * @param seed of an approximate search
     * @param threads how many threads search; the result does not depend on it
     * @param progress told as cells are searched
     * @return the graph
     * @throws IOException if the points cannot be read
     * @throws NeighborSearchException if there are too few cells
     * @throws org.scelmo.core.matrix.NonFiniteValueException if the points hold NaN or an infinity
     */
    public static NeighborGraph of(final DenseMatrix points, final Metric metric, final int others,
        final int mostExact, final long seed, final int threads, final Progress progress) throws IOException {
        if (points.rows() <= mostExact) {
            final var neighbors = new ExactKnn(metric, others, true, threads).search(points, points, progress);
            return new NeighborGraph(neighbors, Connectivities.of(neighbors), OptionalDouble.empty());
        }
        final var neighbors =
            new ApproximateKnn(metric, others, seed, threads).search(points, progress.part(0, 0.9));
        final double recall = recall(points, neighbors, metric, seed, threads, progress.part(0.9, 1));
        return new NeighborGraph(neighbors, Connectivities.of(neighbors), OptionalDouble.of(recall));
    }

    private static double recall(final DenseMatrix points, final Neighbors found, final Metric metric,
        final long seed, final int threads, final Progress progress) throws IOException {
        final var random = new SplittableRandom(seed);
        final var drawn = new TreeSet<Integer>();
        while (drawn.size() < Math.min(SAMPLE, found.queries())) {
            drawn.add(random.nextInt(found.queries()));
        }
        final var rows = drawn.stream().mapToInt(Integer::intValue).toArray();
        final int k = found.indices()[0].length;
        final var exact = Others.of(points, rows, metric, k, threads, progress);
        long hits = 0;
        for (int i = 0; i < rows.length; i++) {
            final var truth = new HashSet<Integer>();
            Arrays.stream(exact.indices()[i]).forEach(truth::add);
            hits += Arrays.stream(found.indices()[rows[i]]).filter(truth::contains).count();
        }
        return (double)hits / ((long)rows.length * k);
    }

    /** @return cells × cells, the distances of the neighbors of each cell in float32, as scanpy's {@code distances} */
    public CsrMatrix distances() {
        final int cells = neighbors.queries();
        final var offsets = new long[cells + 1];
        for (int i = 0; i < cells; i++) {
            offsets[i + 1] = offsets[i] + neighbors.indices()[i].length;
        }
        final var columns = new int[Math.toIntExact(offsets[cells])];
        final var values = new float[columns.length];
        for (int i = 0; i < cells; i++) {
            final var sorted = neighbors.indices()[i].clone();
            Arrays.sort(sorted);
            final int begin = (int)offsets[i];
            System.arraycopy(sorted, 0, columns, begin, sorted.length);
            for (int j = 0; j < sorted.length; j++) {
                final int at = Arrays.binarySearch(sorted, neighbors.indices()[i][j]);
                values[begin + at] = (float)neighbors.distances()[i][j];
            }
        }
        return CsrMatrix.wrap(cells, cells, offsets, columns, values);
    }
}
