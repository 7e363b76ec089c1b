package org.scelmo.core.layout;

import org.scelmo.core.matrix.CsrMatrix;

/** A component of a graph as a graph of its own. */
final class Subgraph {

    private Subgraph() {
    }

    /**
     * @param graph symmetric
     * @param members cells of one component, ascending
     * @param position scratch, as long as the graph
     * @return members × members
     */
    static CsrMatrix of(final CsrMatrix graph, final int[] members, final int[] position) {
        int entries = 0;
        for (int i = 0; i < members.length; i++) {
            position[members[i]] = i;
            entries += graph.end(members[i]) - graph.begin(members[i]);
        }
        final var offsets = new long[members.length + 1];
        final var indices = new int[entries];
        final var values = new float[entries];
        int n = 0;
        for (int i = 0; i < members.length; i++) {
            for (int e = graph.begin(members[i]), end = graph.end(members[i]); e < end; e++) {
                indices[n] = position[graph.indices()[e]];
                values[n++] = graph.values()[e];
            }
            offsets[i + 1] = n;
        }
        return CsrMatrix.wrap(members.length, members.length, offsets, indices, values);
    }
}
