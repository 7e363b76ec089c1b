package org.scelmo.core.metrics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Future;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.neighbors.ExactKnn;
import org.scelmo.core.neighbors.Metric;
import org.scelmo.core.neighbors.Neighbors;
import org.scelmo.core.parallel.Workers;

/**
 * kBET within each label (Luecken et al. 2022), so that labels that some batches lack do not count as bad mixing.
 * Neighbors are found by diffusion along the edges between the label's cells; their number is a quarter of a batch's
 * mean size, from 10 to 70. Components of fewer than three times as many cells are left out; a label that thereby loses
 * more than a quarter of its cells scores 0.
 *
 * @param diffusion whose neighbors
 * @param alpha a cell's batches count as unmixed if the p value is below
 * @param threads how many threads compute; the result does not depend on it
 */
public record LabelKbet(Diffusion diffusion, double alpha, int threads) {

    private static final int FEWEST_CELLS = 10;
    private static final int COMPONENTS = 100;

    /** How neighbors are found along edges. */
    public enum Diffusion {
        /** scib's: what random walks of three steps meet most often. All cells are tested, not a random tenth. */
        RANDOM_WALKS,
        /** scib-metrics': the nearest in a diffusion map of 100 components */
        DIFFUSION_MAP
    }

    /**
     * @param graph connectivities of 50 neighbors, the cell itself among them; cells × cells, symmetric
     * @param labels within which batches should mix
     * @param batches to be mixed; cells without a label or batch take no part
     * @return the share of cells that are mixed, for each label of at least ten cells and two batches
     * @throws IOException if interrupted work failed
     */
    public Map<String, Double> scores(final CsrMatrix graph, final Groups labels, final Groups batches,
        final Progress progress) throws IOException {
        final var scores = new LinkedHashMap<String, Double>();
        try (var workers = new Workers("kBET", threads)) {
            final List<Future<OptionalDouble>> tasks = new ArrayList<>();
            for (final var members : members(labels, batches)) {
                tasks.add(workers.submit(() -> {
                    final var own = batches.select(members);
                    return members.length < FEWEST_CELLS || own.count() < 2 ? OptionalDouble.empty()
                        : OptionalDouble.of(score(Subgraph.of(graph, members), own));
                }));
            }
            for (int label = 0; label < labels.count(); label++) {
                final var name = labels.names().get(label);
                Workers.await(tasks.get(label), progress).ifPresent(score -> scores.put(name, score));
                progress.update((label + 1.0) / labels.count(), () -> "Tested the batches of " + name);
            }
        }
        return scores;
    }

    /** Positions of the cells of each label that have a batch. */
    private static int[][] members(final Groups labels, final Groups batches) {
        final var members = new int[labels.count()][];
        final var sizes = labels.sizes();
        Arrays.setAll(members, label -> new int[sizes[label]]);
        final var next = new int[members.length];
        for (int i = 0; i < labels.cells(); i++) {
            final int label = labels.of()[i];
            if (label >= 0 && batches.of()[i] >= 0) {
                members[label][next[label]++] = i;
            }
        }
        Arrays.setAll(members, label -> Arrays.copyOf(members[label], next[label]));
        return members;
    }

    private double score(final CsrMatrix graph, final Groups batches) throws IOException {
        final int cells = graph.rows();
        final int k = Math.min(70, Math.max(10, (int)((double)cells / batches.count() / 4)));
        final var kept = Subgraph.inLargeComponents(graph, 3 * k);
        if (kept.length < 0.75 * cells || kept.length == 1) {
            return 0;
        }
        final var connected = kept.length == cells ? graph : Subgraph.of(graph, kept);
        final var among = batches.select(kept);
        return nearest(connected, Math.min(k, kept.length - 1))
            .map(neighbors -> among.count() < 2 ? 0.0
                : Kbet.acceptance(Kbet.pValues(Kbet.withSelf(neighbors), among), alpha))
            .orElse(0.0);
    }

    private Optional<Neighbors> nearest(final CsrMatrix graph, final int k) throws IOException {
        if (diffusion == Diffusion.RANDOM_WALKS) {
            // the R package takes one neighbor less and the cell itself
            return RandomWalks.nearest(graph, k).map(n -> first(n, k - 1));
        }
        final var map = DiffusionMap.of(graph, Math.min(COMPONENTS, graph.rows() - 1));
        final var points = coordinates(map, graph.rows());
        return Optional.of(new ExactKnn(Metric.EUCLIDEAN, k, true, 1).search(points, points, Progress.NONE));
    }

    private static Neighbors first(final Neighbors neighbors, final int count) {
        return new Neighbors(
            Arrays.stream(neighbors.indices()).map(row -> Arrays.copyOf(row, count)).toArray(int[][]::new),
            Arrays.stream(neighbors.distances()).map(row -> Arrays.copyOf(row, count)).toArray(double[][]::new));
    }

    /** Eigenvectors weighed so that walks of all lengths count; that of the eigenvalue 1 as it is. */
    private static DenseMatrix coordinates(final DiffusionMap map, final int cells) {
        final int components = map.values().length;
        final var rows = new float[cells][components];
        for (int c = 0; c < components; c++) {
            final float value = (float)map.values()[c]; // so that rounding does not tell 1 from almost 1
            final double weight = value == 1 ? 1 : value / (1 - value);
            for (int i = 0; i < cells; i++) {
                rows[i][c] = (float)(weight * map.vectors()[c][i]);
            }
        }
        return DenseMatrix.of(rows, components);
    }
}
