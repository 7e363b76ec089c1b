package org.scelmo.core.neighbors;

import java.util.Arrays;

/**
 * The references that may be among the k nearest of one query, as far as scores with a known margin of error can tell:
 * those whose score could still reach the k-th best score that is certain. Never loses a true neighbor.
 */
final class Candidates {

    private final int m_k;
    private int[] m_index;
    private double[] m_upper;
    private double[] m_lower;
    private int m_count;
    private double m_certain = Double.NEGATIVE_INFINITY;

    Candidates(final int k) {
        m_k = k;
        final int capacity = 4 * k + 32;
        m_index = new int[capacity];
        m_upper = new double[capacity];
        m_lower = new double[capacity];
    }

    /**
     * Looks at the scores of some consecutive references.
     *
     * @param scores larger is nearer; NaN or infinite where float32 overflowed (then anything is possible)
     * @param count number of scores
     * @param first index of the first reference
     * @param skip index of a reference to leave out, or −1
     * @param margin how far each score may be from the truth
     */
    void offer(final float[] scores, final int count, final int first, final int skip, final double margin) {
        float cut = cut(margin);
        for (int j = 0; j < count; j++) {
            if (!(scores[j] < cut) && first + j != skip) {
                if (m_count == m_index.length) {
                    prune();
                    cut = cut(margin);
                    if (scores[j] < cut) {
                        continue;
                    }
                }
                add(first + j, scores[j], margin);
            }
        }
    }

    /** @return indices of what is left, ascending */
    int[] indices() {
        prune();
        final var left = Arrays.copyOf(m_index, m_count);
        Arrays.sort(left);
        return left;
    }

    /** No score below this can matter; rounded down. */
    private float cut(final double margin) {
        return Math.nextDown((float)(m_certain - margin));
    }

    private void add(final int index, final float score, final double margin) {
        final boolean known = Float.isFinite(score) && Double.isFinite(margin);
        m_index[m_count] = index;
        m_upper[m_count] = known ? score + margin : Double.POSITIVE_INFINITY;
        m_lower[m_count++] = known ? score - margin : Double.NEGATIVE_INFINITY;
    }

    /** Drops what can no longer be among the k nearest; makes room if little could be dropped. */
    private void prune() {
        if (m_count < m_k) {
            return;
        }
        m_certain = Math.max(m_certain, Selection.largest(Arrays.copyOf(m_lower, m_count), m_k));
        int kept = 0;
        for (int i = 0; i < m_count; i++) {
            if (m_upper[i] >= m_certain) {
                m_index[kept] = m_index[i];
                m_upper[kept] = m_upper[i];
                m_lower[kept++] = m_lower[i];
            }
        }
        m_count = kept;
        if (m_count > m_index.length / 2) {
            final int capacity = 2 * m_index.length;
            m_index = Arrays.copyOf(m_index, capacity);
            m_upper = Arrays.copyOf(m_upper, capacity);
            m_lower = Arrays.copyOf(m_lower, capacity);
        }
    }
}
