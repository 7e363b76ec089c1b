package org.scelmo.core.neighbors;

import java.util.Arrays;

/** The k nearest seen so far, by insertion; to be offered in ascending order of index, so that ties keep the lower. */
final class NearestList {

    private final int[] m_indices;
    private final double[] m_distances;
    private int m_count;

    NearestList(final int k) {
        m_indices = new int[k];
        m_distances = new double[k];
    }

    void offer(final int index, final double distance) {
        int at = m_count;
        if (at == m_indices.length) {
            if (distance >= m_distances[at - 1]) {
                return;
            }
            at--;
        } else {
            m_count++;
        }
        while (at > 0 && m_distances[at - 1] > distance) {
            m_indices[at] = m_indices[at - 1];
            m_distances[at] = m_distances[at - 1];
            at--;
        }
        m_indices[at] = index;
        m_distances[at] = distance;
    }

    int[] indices() {
        return Arrays.copyOf(m_indices, m_count);
    }

    double[] distances() {
        return Arrays.copyOf(m_distances, m_count);
    }
}
