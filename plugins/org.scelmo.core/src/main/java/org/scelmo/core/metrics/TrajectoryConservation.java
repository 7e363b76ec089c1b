package org.scelmo.core.metrics;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.CsrMatrix;

/**
 * Whether cells keep their order along a trajectory (Luecken et al. 2022): the rank correlation r of their pseudotime
 * before the integration and their diffusion pseudotime (Haghverdi et al. 2016; scanpy's {@code dpt}) after it, as
 * (r + 1) / 2. The root after the integration is a cell of the label that was earliest before: the most extreme one in
 * most of the first three diffusion components. Cells beyond the graph's largest component get the pseudotime 0, as in
 * scib.
 *
 * @param labels every cell has one
 * @param before pseudotime of each cell before the integration; NaN for cells that take no part
 */
public record TrajectoryConservation(Groups labels, double[] before) {

    private static final int COMPONENTS = 10;
    private static final int VOTERS = 3;
    /** From here on an eigenvalue counts as that of the stationary state. */
    private static final double STATIONARY = 0.9994;

    /**
     * O(cells · components²) time per step of the eigenvectors' search, O(cells · components) memory.
     *
     * @param graph connectivities after the integration, cells × cells, symmetric
     * @return 0 to 1; 0 if no cell of the earliest label is in the largest component, as in scib; empty if fewer than
     *         16 cells hang together, or one of the pseudotimes is the same for all cells
     */
    public OptionalDouble score(final CsrMatrix graph, final Progress progress) throws IOException {
        final int[] known = IntStream.range(0, before.length).filter(i -> !Double.isNaN(before[i])).toArray();
        final var times = IntStream.of(known).mapToDouble(i -> before[i]).toArray();
        final var among = Subgraph.of(graph, known);
        final int[] largest = largestComponent(among);
        if (largest.length <= COMPONENTS + 5) {
            return OptionalDouble.empty();
        }
        final var ofKnown = labels.select(known);
        final int earliest = earliest(ofKnown, times);
        final int[] starts = IntStream.range(0, largest.length)
            .filter(i -> ofKnown.of()[largest[i]] == earliest).toArray();
        if (starts.length == 0) {
            return OptionalDouble.of(0);
        }
        final var found = DiffusionMap.leading(Subgraph.of(among, largest), COMPONENTS, progress);
        if (found.isEmpty()) {
            return OptionalDouble.empty();
        }
        final var map = found.get();
        final var after = new double[known.length];
        final var distances = distances(map, root(map, starts));
        final double furthest = Arrays.stream(distances).max().orElseThrow();
        for (int i = 0; i < largest.length; i++) {
            after[largest[i]] = furthest == 0 ? 0 : distances[i] / furthest;
        }
        final var correlation = RankCorrelation.of(times, after);
        return correlation.isEmpty() ? correlation : OptionalDouble.of((correlation.getAsDouble() + 1) / 2);
    }

    private static int[] largestComponent(final CsrMatrix graph) {
        final var all = new Groups(new int[graph.rows()], List.of("all"));
        final int[] components = StrongComponents.within(all,
            cell -> Arrays.copyOfRange(graph.indices(), graph.begin(cell), graph.end(cell)));
        final var sizes = new int[graph.rows()];
        int largest = 0;
        for (final var component : components) {
            sizes[component]++;
        }
        for (final var component : components) { // of equal ones that of the first cell
            largest = sizes[component] > sizes[largest] ? component : largest;
        }
        final int chosen = largest;
        return IntStream.range(0, components.length).filter(i -> components[i] == chosen).toArray();
    }

    private static int earliest(final Groups labels, final double[] times) {
        final var sums = new double[labels.count()];
        for (int i = 0; i < times.length; i++) {
            sums[labels.of()[i]] += times[i];
        }
        final var sizes = labels.sizes();
        int earliest = 0;
        for (int g = 1; g < sums.length; g++) {
            earliest = sums[g] / sizes[g] < sums[earliest] / sizes[earliest] ? g : earliest;
        }
        return earliest;
    }

    /** Each component votes for the cell that lies furthest out, on the side where the starts lie. */
    private static int root(final DiffusionMap map, final int[] starts) {
        final var votes = new int[starts.length];
        for (int c = 0; c < VOTERS; c++) {
            final var vector = map.vectors()[c];
            final double mean = Arrays.stream(vector).average().orElseThrow();
            final double ofStarts = IntStream.of(starts).mapToDouble(i -> vector[i]).average().orElseThrow();
            final int side = ofStarts < mean ? -1 : 1;
            int furthest = 0;
            for (int i = 1; i < starts.length; i++) {
                furthest = side * vector[starts[i]] > side * vector[starts[furthest]] ? i : furthest;
            }
            votes[furthest]++;
        }
        int chosen = 0;
        for (int i = 1; i < votes.length; i++) {
            chosen = votes[i] > votes[chosen] ? i : chosen;
        }
        return starts[chosen];
    }

    /** From the root, in the diffusion map scaled so that walks of all lengths count. */
    private static double[] distances(final DiffusionMap map, final int root) {
        final var distances = new double[map.vectors()[0].length];
        for (int c = 0; c < COMPONENTS; c++) {
            final double value = map.values()[c];
            final double weight = value < STATIONARY ? value / (1 - value) : 1;
            final var vector = map.vectors()[c];
            for (int i = 0; i < distances.length; i++) {
                final double d = weight * (vector[root] - vector[i]);
                distances[i] += d * d;
            }
        }
        Arrays.setAll(distances, i -> Math.sqrt(distances[i]));
        return distances;
    }
}
