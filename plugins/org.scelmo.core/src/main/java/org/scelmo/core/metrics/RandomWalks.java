package org.scelmo.core.metrics;

import java.util.Arrays;
import java.util.Optional;

import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.neighbors.Neighbors;

/**
 * The cells that short random walks on a graph most often meet: the sum of the first three powers of the transition
 * matrix, and of further ones until every cell reaches enough others. scib's neighbors for kBET. One row at a time, so
 * that memory is linear in cells.
 */
final class RandomWalks {

    private static final int STEPS = 3;
    private static final int MOST_STEPS = 25;

    private final CsrMatrix m_graph;
    private final double[] m_degrees;
    private final double[] m_sum;
    private double[] m_now;
    private double[] m_next;
    private int[] m_reachedNow;
    private int[] m_reachedNext;
    private final int[] m_reached;
    private int m_count;

    private RandomWalks(final CsrMatrix graph) {
        final int cells = graph.rows();
        m_graph = graph;
        m_degrees = new double[cells];
        Arrays.setAll(m_degrees, graph::rowSum);
        m_sum = new double[cells];
        m_now = new double[cells];
        m_next = new double[cells];
        m_reachedNow = new int[cells];
        m_reachedNext = new int[cells];
        m_reached = new int[cells];
    }

    /**
     * @param graph connectivities, symmetric, every cell with an edge
     * @param k how many others of each cell
     * @return them, most often met first, ties by lower index; distances are ranks. Empty if a cell does not reach k
     *         others
     */
    static Optional<Neighbors> nearest(final CsrMatrix graph, final int k) {
        final var walks = new RandomWalks(graph);
        for (int steps = STEPS; steps <= MOST_STEPS; steps++) {
            final var found = walks.nearest(k, steps);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Neighbors> nearest(final int k, final int steps) {
        final int cells = m_graph.rows();
        final var indices = new int[cells][];
        final var ranks = new double[k];
        Arrays.setAll(ranks, j -> j);
        final var distances = new double[cells][];
        Arrays.fill(distances, ranks);
        for (int i = 0; i < cells; i++) {
            walk(i, steps);
            final boolean isEnough = m_count > k;
            if (isEnough) {
                indices[i] = largest(i, k);
            }
            for (int r = 0; r < m_count; r++) {
                m_sum[m_reached[r]] = 0;
            }
            if (!isEnough) {
                return Optional.empty();
            }
        }
        return Optional.of(new Neighbors(indices, distances));
    }

    /** Leaves the sums of the powers for one cell, and which cells have one. */
    private void walk(final int start, final int steps) {
        m_count = 0;
        int size = 1;
        m_reachedNow[0] = start;
        m_now[start] = 1;
        for (int step = 0; step < steps; step++) {
            final int nextSize = step(size);
            for (int r = 0; r < nextSize; r++) {
                final int cell = m_reachedNext[r];
                if (m_sum[cell] == 0) {
                    m_reached[m_count++] = cell;
                }
                m_sum[cell] += m_next[cell];
            }
            final var reached = m_reachedNow;
            m_reachedNow = m_reachedNext;
            m_reachedNext = reached;
            final var chances = m_now;
            m_now = m_next;
            m_next = chances;
            size = nextSize;
        }
        for (int r = 0; r < size; r++) {
            m_now[m_reachedNow[r]] = 0;
        }
    }

    /** From the chances of now to those of next, of which none is left. */
    private int step(final int size) {
        int nextSize = 0;
        for (int r = 0; r < size; r++) {
            final int from = m_reachedNow[r];
            final double chance = m_now[from] / m_degrees[from];
            m_now[from] = 0;
            for (int e = m_graph.begin(from), end = m_graph.end(from); e < end; e++) {
                final int to = m_graph.indices()[e];
                if (m_next[to] == 0) {
                    m_reachedNext[nextSize++] = to;
                }
                m_next[to] += chance * m_graph.values()[e];
            }
        }
        return nextSize;
    }

    private int[] largest(final int self, final int k) {
        m_sum[self] = 0;
        final var heap = new int[k];
        int size = 0;
        for (int r = 0; r < m_count; r++) {
            final int cell = m_reached[r];
            if (cell != self) {
                if (size < k) {
                    heap[size++] = cell;
                    rise(heap, size - 1);
                } else if (isBelow(heap[0], cell)) {
                    heap[0] = cell;
                    sink(heap, size);
                }
            }
        }
        for (int end = k - 1; end > 0; end--) { // the smallest goes to the end, until the largest is first
            final int smallest = heap[0];
            heap[0] = heap[end];
            heap[end] = smallest;
            sink(heap, end);
        }
        return heap;
    }

    private boolean isBelow(final int a, final int b) {
        return m_sum[a] < m_sum[b] || m_sum[a] == m_sum[b] && a > b;
    }

    private void rise(final int[] heap, final int from) {
        int at = from;
        for (int parent = (at - 1) / 2; at > 0 && isBelow(heap[at], heap[parent]); parent = (at - 1) / 2) {
            final int cell = heap[at];
            heap[at] = heap[parent];
            heap[parent] = cell;
            at = parent;
        }
    }

    private void sink(final int[] heap, final int size) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && isBelow(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBelow(heap[child], heap[at])) {
                return;
            }
            final int cell = heap[at];
            heap[at] = heap[child];
            heap[child] = cell;
            at = child;
        }
    }
}
