package org.scelmo.core.metrics;

import java.util.Arrays;

import org.scelmo.core.matrix.CsrMatrix;

/**
 * The cells nearest to one cell along the edges of a graph (Dijkstra 1959), as many as asked for. Keeps its arrays, of
 * the graph's size, from one start to the next: one object a thread.
 */
final class ShortestPaths {

    private final CsrMatrix m_graph;
    private final int[] m_cells;
    private final double[] m_distances;

    /** Tentative distance of each cell; only valid where the stamp is that of the current start. */
    private final double[] m_tentative;
    private final int[] m_stamp;
    private int m_now;

    private double[] m_heapDistance = new double[1024];
    private int[] m_heapCell = new int[1024];
    private int m_heapSize;

    /** @param count how many cells to find */
    ShortestPaths(final CsrMatrix graph, final int count) {
        m_graph = graph;
        m_cells = new int[count];
        m_distances = new double[count];
        m_tentative = new double[graph.rows()];
        m_stamp = new int[graph.rows()];
    }

    /**
     * @param start where the paths begin
     * @return how many cells were found: fewer than asked for if the start reaches no more
     */
    int from(final int start) {
        m_now++;
        m_heapSize = 0;
        m_stamp[start] = m_now;
        m_tentative[start] = 0;
        push(0, start);
        int found = 0;
        while (m_heapSize > 0 && found < m_cells.length) {
            final double distance = m_heapDistance[0];
            final int cell = m_heapCell[0];
            pop();
            if (distance > m_tentative[cell]) {
                continue; // a shorter path was found after this one
            }
            if (cell != start) {
                m_cells[found] = cell;
                m_distances[found++] = distance;
            }
            relax(cell, distance);
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

    private void relax(final int cell, final double distance) {
        final int[] columns = m_graph.indices();
        final float[] weights = m_graph.values();
        for (int e = m_graph.begin(cell), end = m_graph.end(cell); e < end; e++) {
            final int next = columns[e];
            final double length = distance + weights[e];
            if (m_stamp[next] != m_now || length < m_tentative[next]) {
                m_stamp[next] = m_now;
                m_tentative[next] = length;
                push(length, next);
            }
        }
    }

    private void push(final double distance, final int cell) {
        if (m_heapSize == m_heapCell.length) {
            m_heapDistance = Arrays.copyOf(m_heapDistance, 2 * m_heapSize);
            m_heapCell = Arrays.copyOf(m_heapCell, 2 * m_heapSize);
        }
        int at = m_heapSize++;
        while (at > 0) {
            final int parent = (at - 1) / 2;
            if (m_heapDistance[parent] <= distance) {
                break;
            }
            m_heapDistance[at] = m_heapDistance[parent];
            m_heapCell[at] = m_heapCell[parent];
            at = parent;
        }
        m_heapDistance[at] = distance;
        m_heapCell[at] = cell;
    }

    private void pop() {
        final double distance = m_heapDistance[--m_heapSize];
        final int cell = m_heapCell[m_heapSize];
        int at = 0;
        for (int child = 1; child < m_heapSize; child = 2 * at + 1) {
            if (child + 1 < m_heapSize && m_heapDistance[child + 1] < m_heapDistance[child]) {
                child++;
            }
            if (distance <= m_heapDistance[child]) {
                break;
            }
            m_heapDistance[at] = m_heapDistance[child];
            m_heapCell[at] = m_heapCell[child];
            at = child;
        }
        m_heapDistance[at] = distance;
        m_heapCell[at] = cell;
    }
}
