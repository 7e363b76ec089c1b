package org.scelmo.core.layout;

import java.io.IOException;
import java.util.Arrays;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.parallel.Workers;

/**
 * A picture in which cells that are neighbors lie together: UMAP (McInnes, Healy and Melville 2018) of a graph of
 * connectivities, with umap-learn's forces, schedule and spectral start. Positions are not umap-learn's, for its order
 * of moves and random numbers are its own; how well neighbors stay together is. The same seed gives the same picture,
 * whatever the number of threads.
 *
 * @param dimensions of the picture, at least 2
 * @param minDist how near cells may come, at least 0
 * @param spread scale of the distances, above 0 and at least the minimum distance
 * @param epochs how often all cells are moved; 0 for 500 up to 10,000 cells and 200 above, as umap-learn
 * @param negatives pushes for each pull
 * @param seed of the start and of the pushes
 * @param threads how many threads compute
 */
public record Umap(int dimensions, double minDist, double spread, int epochs, int negatives, long seed, int threads) {

    private static final int SMALL = 10_000;
    private static final int EPOCHS_SMALL = 500;
    private static final int EPOCHS_LARGE = 200;

    public Umap {
        if (dimensions < 2 || !(minDist >= 0) || !(spread > 0) || !(minDist <= spread) || epochs < 0 || negatives < 0) {
            throw new IllegalArgumentException("UMAP needs 2 dimensions or more, 0 ≤ min_dist ≤ spread, spread above 0, "
                + "and epochs and negative samples that are not negative.");
        }
    }

    /** @return with scanpy's settings: min_dist 0.5, spread 1, 5 negative samples */
    public static Umap scanpy(final int dimensions, final long seed, final int threads) {
        return new Umap(dimensions, 0.5, 1, 0, 5, seed, threads);
    }

    /**
     * @param graph connectivities, cells × cells, symmetric, between 0 and 1, no loops; at most 2<sup>31</sup> /
     *            dimensions cells
     * @param progress told after each epoch
     * @return cells × dimensions
     * @throws IOException never; what tasks throw comes through as it is
     */
    public float[][] layout(final CsrMatrix graph, final Progress progress) throws IOException {
        final int cells = graph.rows();
        Math.multiplyExact(cells, dimensions);
        final int rounds = epochs > 0 ? epochs : cells <= SMALL ? EPOCHS_SMALL : EPOCHS_LARGE;
        final var strong = strong(graph, rounds);
        try (var workers = new Workers("UMAP", threads)) {
            progress.update(0, () -> "Computing the spectrum of the graph");
            final var start = new SpectralStart(strong, dimensions, seed, workers, progress).place();
            final var places = new Epochs(strong, Curve.fit(minDist, spread), this, rounds, start).run(workers,
                progress.part(0.1, 1));
            final var rows = new float[cells][];
            Arrays.setAll(rows, i -> Arrays.copyOfRange(places, i * dimensions, (i + 1) * dimensions));
            return rows;
        }
    }

    /** Without the edges that would never pull. */
    private static CsrMatrix strong(final CsrMatrix graph, final int epochs) {
        float largest = 0;
        for (int e = 0; e < graph.nnz(); e++) {
            largest = Math.max(largest, graph.values()[e]);
        }
        final float least = largest / epochs;
        final var offsets = new long[graph.rows() + 1];
        final var indices = new int[(int)graph.nnz()];
        final var values = new float[indices.length];
        int kept = 0;
        for (int i = 0; i < graph.rows(); i++) {
            for (int e = graph.begin(i), end = graph.end(i); e < end; e++) {
                if (graph.values()[e] >= least && graph.values()[e] > 0) {
                    indices[kept] = graph.indices()[e];
                    values[kept++] = graph.values()[e];
                }
            }
            offsets[i + 1] = kept;
        }
        return CsrMatrix.wrap(graph.rows(), graph.rows(), offsets, indices, values);
    }
}
