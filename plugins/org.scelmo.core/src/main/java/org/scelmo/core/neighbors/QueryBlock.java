package org.scelmo.core.neighbors;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

import org.scelmo.core.matrix.DenseMatrix;

/** The search for some consecutive query rows against the whole reference: the work of one task. */
final class QueryBlock {

    /** Queries that go through a panel together: their scores, 256 kB, stay in the second-level cache. */
    private static final int GROUP = 128;

    private final SearchSpace m_space;
    private final int m_first;
    private final int m_k;
    private final boolean m_excludeSelf;
    private final float[][] m_rows;

    QueryBlock(final SearchSpace space, final DenseMatrix queries, final int first, final int count, final int k,
        final boolean excludeSelf) throws IOException {
        m_space = space;
        m_first = first;
        m_k = k;
        m_excludeSelf = excludeSelf;
        m_rows = queries.copy(first, count);
        for (int i = 0; i < count; i++) {
            SearchSpace.checkFinite("The query", (long)first + i, m_rows[i], space.dimensions());
        }
    }

    /**
     * @param reference what to search in
     * @param done grows by the number of query-reference pairs looked at
     * @param into receives indices and distances at this block's rows
     * @param check called every few milliseconds; what it throws ends the work
     */
    void search(final DenseMatrix reference, final AtomicLong done, final Neighbors into, final Runnable check)
        throws IOException {
        final int count = m_rows.length;
        final var mapped = new float[count][Panel.paddedDimensions(m_space)];
        final var norms = new double[count];
        final var candidates = new Candidates[count];
        for (int i = 0; i < count; i++) {
            if (m_space.map(m_rows[i], mapped[i])) {
                candidates[i] = new Candidates(m_k);
                norms[i] = Math.sqrt(Metric.dot(mapped[i], mapped[i], mapped[i].length));
            }
        }
        final var panel = new Panel(m_space);
        final var scores = new float[Math.min(GROUP, count)][Panel.WIDTH];
        final var work = new float[scores.length][Panel.WIDTH];
        for (int first = 0; first < reference.rows(); first += panel.count()) {
            panel.load(reference, first);
            for (int from = 0; from < count; from += GROUP) {
                check.run();
                final int to = Math.min(from + GROUP, count);
                panel.score(mapped, from, to, scores, work);
                for (int i = from; i < to; i++) {
                    if (candidates[i] != null) {
                        candidates[i].offer(scores[i - from], panel.count(), first, self(i), panel.margin(norms[i]));
                    }
                }
                done.addAndGet((long)(to - from) * panel.count());
            }
        }
        for (int i = 0; i < count; i++) {
            check.run();
            // without a direction all references are equally far: the first ones win the tie
            final var possible = candidates[i] == null ? firstOnes(self(i)) : candidates[i].indices();
            rank(i, possible, reference, into);
        }
    }

    private int self(final int i) {
        return m_excludeSelf ? m_first + i : -1;
    }

    private int[] firstOnes(final int skip) {
        final var indices = new int[m_k];
        for (int i = 0, next = 0; i < m_k; next++) {
            if (next != skip) {
                indices[i++] = next;
            }
        }
        return indices;
    }

    /** Orders the candidates by their float64 distance and keeps k. */
    private void rank(final int i, final int[] possible, final DenseMatrix reference, final Neighbors into)
        throws IOException {
        final var best = new NearestList(m_k);
        final var row = new float[1][m_space.dimensions()];
        for (final int index : possible) {
            reference.read(index, row);
            best.offer(index, m_space.metric().distance(m_rows[i], row[0], m_space.dimensions()));
        }
        into.indices()[m_first + i] = best.indices();
        into.distances()[m_first + i] = best.distances();
    }
}
