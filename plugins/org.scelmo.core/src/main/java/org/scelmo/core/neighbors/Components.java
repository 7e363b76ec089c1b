package org.scelmo.core.neighbors;

import java.util.Arrays;

import org.scelmo.core.matrix.CsrMatrix;

/**
 * The parts of a graph that no edge joins.
 *
 * @param of component of each cell; numbered by their first cells
 * @param count number of components
 */
public record Components(int[] of, int count) {

    /**
     * @param graph cells × cells, symmetric
     * @return its components; O(edges)
     */
    public static Components of(final CsrMatrix graph) {
        final var of = new int[graph.rows()];
        Arrays.fill(of, -1);
        final var stack = new int[graph.rows()];
        int count = 0;
        for (int first = 0; first < of.length; first++) {
            if (of[first] >= 0) {
                continue;
            }
            int top = 0;
            stack[top++] = first;
            of[first] = count;
            while (top > 0) {
                final int cell = stack[--top];
                for (int e = graph.begin(cell), end = graph.end(cell); e < end; e++) {
                    final int other = graph.indices()[e];
                    if (of[other] < 0) {
                        of[other] = count;
                        stack[top++] = other;
                    }
                }
            }
            count++;
        }
        return new Components(of, count);
    }

    /** @return cells of each component, ascending */
    public int[][] members() {
        final var sizes = new int[count];
        for (final var c : of) {
            sizes[c]++;
        }
        final var members = new int[count][];
        Arrays.setAll(members, c -> new int[sizes[c]]);
        Arrays.fill(sizes, 0);
        for (int i = 0; i < of.length; i++) {
            members[of[i]][sizes[of[i]]++] = i;
        }
        return members;
    }
}
