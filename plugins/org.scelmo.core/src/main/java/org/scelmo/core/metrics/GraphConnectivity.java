package org.scelmo.core.metrics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.neighbors.Neighbors;

/**
 * Whether the cells of a label hang together in the neighbor graph: the share of them in its largest component, without
 * the other cells. The score is the mean over labels.
 */
public final class GraphConnectivity {

    private GraphConnectivity() {
    }

    /**
     * scib's definition.
     *
     * @param graph connectivities, cells × cells, symmetric
     * @param labels of the cells
     * @return the share of each label, above 0 to 1
     */
    public static Map<String, Double> connected(final CsrMatrix graph, final Groups labels) {
        return shares(labels, StrongComponents.within(labels, cell -> Arrays.copyOfRange(graph.indices(),
            graph.begin(cell), graph.end(cell))));
    }

    /**
     * scib-metrics' definition: edges lead from a cell to its nearest neighbors only, and a component is strong: each
     * of its cells can be reached from each other one. Scores are lower than scib's.
     *
     * @param neighbors the others nearest to each cell; scib-metrics takes 14
     * @param labels of the cells
     * @return the share of each label, above 0 to 1
     */
    public static Map<String, Double> stronglyConnected(final Neighbors neighbors, final Groups labels) {
        return shares(labels, StrongComponents.within(labels, cell -> neighbors.indices()[cell]));
    }

    private static Map<String, Double> shares(final Groups labels, final int[] components) {
        final var counts = new int[labels.cells()];
        final var largest = new int[labels.count()];
        for (int cell = 0; cell < components.length; cell++) {
            final int label = labels.of()[cell];
            if (label >= 0) {
                largest[label] = Math.max(largest[label], ++counts[components[cell]]);
            }
        }
        final var sizes = labels.sizes();
        final var shares = new LinkedHashMap<String, Double>();
        for (int label = 0; label < largest.length; label++) {
            shares.put(labels.names().get(label), (double)largest[label] / sizes[label]);
        }
        return shares;
    }
}
