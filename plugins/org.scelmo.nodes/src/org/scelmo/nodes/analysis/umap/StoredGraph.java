package org.scelmo.nodes.analysis.umap;

import java.io.IOException;
import java.util.Arrays;

import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/** A graph of cells that the data hold, as UMAP needs it: in memory, symmetric, weights between 0 and 1, no loops. */
final class StoredGraph {

    private static final int ROWS = 4096;

    private StoredGraph() {
    }

    /** @throws ScelmoException if it is another kind of graph */
    static CsrMatrix read(final RowBlocks stored, final String name, final Progress progress) throws IOException {
        final int cells = Math.toIntExact(stored.rows());
        final var offsets = new long[cells + 1];
        int[] indices = new int[(int)Math.max(16, Math.min(stored.nnz(), Integer.MAX_VALUE - 16))];
        float[] values = new float[indices.length];
        int n = 0;
        int row = 0;
        try (var cursor = stored.open()) {
            for (var block = cursor.next(ROWS); block != null; block = cursor.next(ROWS)) {
                progress.checkCanceled();
                if (n + block.nnz() > indices.length) {
                    final int longer = Math.toIntExact(Math.max(n + block.nnz(), 2L * n));
                    indices = Arrays.copyOf(indices, longer);
                    values = Arrays.copyOf(values, longer);
                }
                for (int i = 0; i < block.rows(); i++, row++) {
                    for (int e = block.begin(i), end = block.end(i); e < end; e++) {
                        check(block.values()[e], name);
                        if (block.indices()[e] != row) {
                            indices[n] = block.indices()[e];
                            values[n++] = block.values()[e];
                        }
                    }
                    offsets[row + 1] = n;
                }
            }
        }
        return symmetric(CsrMatrix.wrap(cells, cells, offsets, indices, values), name);
    }

    private static void check(final float weight, final String name) {
        if (!(weight >= 0 && weight <= 1)) {
            throw new ScelmoException(
                "The graph '%s' has the weight %s, but UMAP needs weights between 0 and 1.".formatted(name, weight),
                "Choose a graph of connectivities, not of distances, in the dialog.",
                "Set 'Graph' to none, so that neighbors are found here.");
        }
    }

    private static CsrMatrix symmetric(final CsrMatrix graph, final String name) {
        for (int i = 0; i < graph.rows(); i++) {
            for (int e = graph.begin(i), end = graph.end(i); e < end; e++) {
                final int j = graph.indices()[e];
                final int back = Arrays.binarySearch(graph.indices(), graph.begin(j), graph.end(j), i);
                if (back < 0 || graph.values()[back] != graph.values()[e]) {
                    throw new ScelmoException(
                        "The graph '%s' is not symmetric: the edge from cell %d to cell %d has no equal one back."
                            .formatted(name, i + 1, j + 1),
                        "Choose a graph of connectivities in the dialog.",
                        "Set 'Graph' to none, so that neighbors are found here.");
                }
            }
        }
        return graph;
    }
}
