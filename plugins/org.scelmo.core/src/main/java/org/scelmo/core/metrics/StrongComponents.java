package org.scelmo.core.metrics;

import java.util.Arrays;
import java.util.function.IntFunction;

import org.scelmo.core.anndata.Groups;

/** Strongly connected components of a directed graph (Tarjan 1972), without recursion; O(edges). */
final class StrongComponents {

    private final Groups m_groups;
    private final IntFunction<int[]> m_edges;
    private final int[] m_component;
    private final int[] m_number;
    private final int[] m_lowest;
    private final int[] m_open;
    private int m_opened;
    private int m_numbered;
    private int m_components;

    private StrongComponents(final Groups groups, final IntFunction<int[]> edges) {
        final int cells = groups.cells();
        m_groups = groups;
        m_edges = edges;
        m_component = new int[cells];
        m_number = new int[cells];
        m_lowest = new int[cells];
        m_open = new int[cells];
        Arrays.fill(m_component, -1);
        Arrays.fill(m_number, -1);
    }

    /**
     * @param groups edges between cells of different groups do not count
     * @param edges where the edges of a cell lead; in an undirected graph, both ways
     * @return component of each cell, from 0; cells without a group are alone
     */
    static int[] within(final Groups groups, final IntFunction<int[]> edges) {
        final var components = new StrongComponents(groups, edges);
        for (int cell = 0; cell < groups.cells(); cell++) {
            if (components.m_number[cell] < 0) {
                components.visit(cell);
            }
        }
        return components.m_component;
    }

    /** Depth first, with a path of its own in place of recursion. */
    private void visit(final int start) {
        int[] path = new int[64];
        int[] next = new int[64];
        int depth = 0;
        path[0] = start;
        open(start);
        while (depth >= 0) {
            final int cell = path[depth];
            final int[] edges = m_edges.apply(cell);
            if (next[depth] < edges.length) {
                final int to = edges[next[depth]++];
                if (m_groups.of()[to] < 0 || m_groups.of()[to] != m_groups.of()[cell]) {
                    continue;
                }
                if (m_number[to] < 0) {
                    if (++depth == path.length) {
                        path = Arrays.copyOf(path, 2 * depth);
                        next = Arrays.copyOf(next, 2 * depth);
                    }
                    path[depth] = to;
                    next[depth] = 0;
                    open(to);
                } else if (m_component[to] < 0) {
                    m_lowest[cell] = Math.min(m_lowest[cell], m_number[to]);
                }
            } else {
                close(cell);
                if (--depth >= 0) {
                    m_lowest[path[depth]] = Math.min(m_lowest[path[depth]], m_lowest[cell]);
                }
            }
        }
    }

    private void open(final int cell) {
        m_number[cell] = m_numbered;
        m_lowest[cell] = m_numbered++;
        m_open[m_opened++] = cell;
    }

    /** If no way leads back further than the cell, what was opened since is one component. */
    private void close(final int cell) {
        if (m_lowest[cell] == m_number[cell]) {
            int member;
            do {
                member = m_open[--m_opened];
                m_component[member] = m_components;
            } while (member != cell);
            m_components++;
        }
    }
}
