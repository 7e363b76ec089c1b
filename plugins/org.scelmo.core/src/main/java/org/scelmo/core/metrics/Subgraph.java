package org.scelmo.core.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.CsrMatrix;

/** Parts of a graph of cells. */
final class Subgraph {

    private Subgraph() {
    }

    /**
     * @param graph cells × cells
     * @param members zero-based positions of cells, ascending
     * @return the edges between them, cells numbered anew
     */
    static CsrMatrix of(final CsrMatrix graph, final int[] members) {
        final var position = new int[graph.rows()];
        Arrays.fill(position, -1);
        int most = 0;
        for (int i = 0; i < members.length; i++) {
            position[members[i]] = i;
            most += graph.end(members[i]) - graph.begin(members[i]);
        }
        final var offsets = new long[members.length + 1];
        final var columns = new int[most];
        final var values = new float[most];
        int n = 0;
        for (int i = 0; i < members.length; i++) {
            for (int e = graph.begin(members[i]), end = graph.end(members[i]); e < end; e++) {
                final int to = position[graph.indices()[e]];
                if (to >= 0) {
                    columns[n] = to;
                    values[n++] = graph.values()[e];
                }
            }
            offsets[i + 1] = n;
        }
        return CsrMatrix.wrap(members.length, members.length, offsets, Arrays.copyOf(columns, n),
            Arrays.copyOf(values, n));
    }

    /**
     * @param graph symmetric
     * @param size how many cells a component has at least
     * @return the cells of components of that size, ascending; all cells if the graph hangs together, however small
     */
    static int[] inLargeComponents(final CsrMatrix graph, final int size) {
        final var all = new Groups(new int[graph.rows()], List.of("all"));
        final var components = StrongComponents.within(all,
            cell -> Arrays.copyOfRange(graph.indices(), graph.begin(cell), graph.end(cell)));
        final var sizes = new int[graph.rows()];
        for (final var component : components) {
            sizes[component]++;
        }
        final boolean isWhole = graph.rows() > 0 && sizes[components[0]] == graph.rows();
        return IntStream.range(0, graph.rows()).filter(i -> isWhole || sizes[components[i]] >= size).toArray();
    }
}
