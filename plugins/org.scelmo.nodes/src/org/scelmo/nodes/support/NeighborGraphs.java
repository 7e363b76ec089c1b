package org.scelmo.nodes.support;

import java.io.IOException;

import org.knime.core.node.InvalidSettingsException;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.neighbors.Components;
import org.scelmo.core.neighbors.NeighborGraph;
import org.scelmo.nodes.port.AnnDataOutline;

/** Graphs of neighboring cells for nodes: checks, names in messages, and what a user should know of a graph. */
public final class NeighborGraphs {

    private static final String PCA = "X_pca";

    private NeighborGraphs() {
    }

    /** @return X_pca if the data have it, or else their first embedding; null if they have none */
    public static String guessEmbedding(final AnnDataOutline data) {
        return data.obsm().containsKey(PCA) ? PCA : data.obsm().keySet().stream().findFirst().orElse(null);
    }

    /**
     * @param embedding the one chosen, null if none
     * @param neighbors as scanpy counts them: the cell itself is one
     * @param data that they are of
     * @throws InvalidSettingsException if they do not fit together
     */
    public static void check(final String embedding, final int neighbors, final AnnDataOutline data)
        throws InvalidSettingsException {
        if (embedding == null || embedding.isEmpty()) {
            throw Messages.invalid("The data have no embedding to find neighbors in.",
                "Add one with PCA or Cell Embed before this node.");
        }
        if (!data.obsm().containsKey(embedding)) {
            throw Messages.invalid("The data have no embedding '%s'.".formatted(embedding),
                "Choose another embedding in the dialog; there are: %s.".formatted(
                    String.join(", ", data.obsm().keySet())),
                "Add it with PCA or Cell Embed before this node.");
        }
        if (data.cells() < neighbors) {
            throw Messages.invalid("%d neighbors are wanted (the cell itself is one), but there are only %d cells."
                .formatted(neighbors, data.cells()), "Lower the number of neighbors in the dialog.",
                "Use data with more cells.");
        }
    }

    /**
     * @param data whose cells are compared
     * @param embedding by which
     * @param distance in which distance
     * @param neighbors as scanpy counts them: the cell itself is one
     * @param seed of a search that is not exact
     * @param warnings told how exact the search was if it was not
     * @param progress told as cells are searched
     * @return the graph
     * @throws IOException if the data cannot be read
     */
    public static NeighborGraph of(final AnnData data, final String embedding, final Distance distance,
        final int neighbors, final long seed, final Warnings warnings, final Progress progress) throws IOException {
        final var points = data.obsm().get(embedding);
        if (points == null) {
            throw new ScelmoException("The embedding '%s' is missing.".formatted(embedding),
                "Reset and execute the node that makes it.");
        }
        try {
            final var graph = NeighborGraph.of(points, distance.metric(), neighbors - 1, NeighborGraph.MOST_EXACT, seed,
                Runtime.getRuntime().availableProcessors(), progress);
            graph.recall().ifPresent(recall -> warnings.add("With more than %,d cells neighbors are searched "
                + "approximately: %.2f %% of the true neighbors of %,d cells drawn at random were found.",
                NeighborGraph.MOST_EXACT, 100 * recall, NeighborGraph.SAMPLE));
            return graph;
        } catch (final NonFiniteValueException e) {
            throw e.named("cell '%s'".formatted(data.obs().index()[(int)e.row()]),
                "dimension %d of '%s' (counted from 0)".formatted(e.column(), embedding));
        }
    }

    /** Warns if the graph falls apart. */
    public static void warnOfParts(final CsrMatrix graph, final String consequence, final Warnings warnings) {
        final int parts = Components.of(graph).count();
        if (parts > 1) {
            warnings.add("The graph of neighbors falls into %,d parts that no edge joins; %s", parts, consequence);
        }
    }
}
