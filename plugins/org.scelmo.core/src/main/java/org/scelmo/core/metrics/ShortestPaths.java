package org.scelmo.core.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.scelmo.core.matrix.CsrMatrix;

/**
 * The cells nearest to one cell along the edges of a graph (Dijkstra 1959), as many as asked for. Of each cell found
 * only the shortest edge not yet followed waits in the queue, so that it stays as small as the number of cells found.
 * Keeps its arrays, of the graph's size, from one start to the next: one object a thread.
 */
final class ShortestPaths {

    private final CsrMatrix m_graph;
    private final int[] m_cells;
    private final double[] m_distances;

    /** The start for which a cell was found last, counted from 1. */
    private final int[] m_stamp;
    private int m_now;

    /** Edges in waiting: their end's distance, the distance of their beginning, and their place in the graph. */
    private final double[] m_heapDistance;
    private final double[] m_heapBase;
    private final int[] m_heapEdge;
    private final int[] m_heapCell;
    private int m_heapSize;

    /**
     * @param graph with the edges of each cell in the order of {@link #shortestEdgesFirst}
     * @param count how many cells to find
     */
    ShortestPaths(final CsrMatrix graph, final int count) {
        m_graph = graph;
        m_cells = new int[count];
        m_distances = new double[count];
        m_stamp = new int[graph.rows()];
        m_heapDistance = new double[count + 2];
        m_heapBase = new double[count + 2];
        m_heapEdge = new int[count + 2];
        m_heapCell = new int[count + 2];
    }

    /** @return the graph with each row's entries by value, then column; no longer in the order of columns */
    static CsrMatrix shortestEdgesFirst(final CsrMatrix graph) {
        final int edges = (int)graph.nnz();
        final var columns = new int[edges];
        final var lengths = new float[edges];
        IntStream.range(0, graph.rows()).parallel().forEach(i -> {
            final int begin = graph.begin(i);
            final var keys = new long[graph.end(i) - begin];
            for (int e = 0; e < keys.length; e++) { // floats of equal sign are ordered as their bits
                keys[e] = (long)Float.floatToIntBits(graph.values()[begin + e]) << Integer.SIZE | e;
            }
            Arrays.sort(keys);
            for (int e = 0; e < keys.length; e++) {
                columns[begin + e] = graph.indices()[begin + (int)keys[e]];
                lengths[begin + e] = graph.values()[begin + (int)keys[e]];
            }
        });
        return CsrMatrix.wrap(graph.rows(), graph.columns(), graph.offsets(), columns, lengths);
    }

    /**
     * @param start where the paths begin
     * @return how many cells were found: fewer than asked for if the start reaches no more
     */
    int from(final int start) {
        m_now++;
        m_heapSize = 0;
        m_stamp[start] = m_now;
        push(start, 0, m_graph.begin(start));
        int found = 0;
        while (m_heapSize > 0 && found < m_cells.length) {
            final double distance = m_heapDistance[0];
            final int edge = m_heapEdge[0];
            final int cell = m_heapCell[0];
            final double base = m_heapBase[0];
            pop();
            push(cell, base, edge + 1);
            final int next = m_graph.indices()[edge];
            if (m_stamp[next] != m_now) {
                m_stamp[next] = m_now;
                m_cells[found] = next;
                m_distances[found++] = distance;
                push(next, distance, m_graph.begin(next));
            }
        }
        return found;
    }

    /** @return the cells found, nearest first; overwritten by the next search */
    int[] cells() {
        return m_cells;
    }

    /** @return their distances, ascending; overwritten by the next search */
    double[] distances() {
        return m_distances;
    }

    /** Lets the cell's first edge from this one on wait that leads to a cell not found yet, if there is one. */
    private void push(final int cell, final double base, final int edge) {
        final int end = m_graph.end(cell);
        int first = edge;
        while (first < end && m_stamp[m_graph.indices()[first]] == m_now) {
            first++;
        }
        if (first == end) {
            return;
        }
        final double distance = base + m_graph.values()[first];
        int at = m_heapSize++;
        while (at > 0 && m_heapDistance[(at - 1) / 2] > distance) {
            move((at - 1) / 2, at);
            at = (at - 1) / 2;
        }
        m_heapDistance[at] = distance;
        m_heapBase[at] = base;
        m_heapEdge[at] = first;
        m_heapCell[at] = cell;
    }

    private void pop() {
        final int last = --m_heapSize;
        final double distance = m_heapDistance[last];
        int at = 0;
        for (int child = 1; child < last; child = 2 * at + 1) {
            if (child + 1 < last && m_heapDistance[child + 1] < m_heapDistance[child]) {
                child++;
            }
            if (distance <= m_heapDistance[child]) {
                break;
            }
            move(child, at);
            at = child;
        }
        move(last, at);
    }

    private void move(final int from, final int to) {
        m_heapDistance[to] = m_heapDistance[from];
        m_heapBase[to] = m_heapBase[from];
        m_heapEdge[to] = m_heapEdge[from];
        m_heapCell[to] = m_heapCell[from];
    }
}
