package org.scelmo.adaptor.loss;

import java.util.Arrays;

/**
 * The triplets of one anchor at a time. Only the own class is sorted: each cell of another class is put behind those
 * positive cells that are near enough, and sums over these places give the rest. O(B log(cells of the class)).
 */
final class AnchorTriplets {

    private final double m_margin;
    private final double[] m_positive;
    private final int[] m_counts;
    private final double[] m_sums;
    private int m_positives;
    private long m_active;

    /** @param cells of the batch; the arrays are reused for each anchor */
    AnchorTriplets(final int cells, final double margin) {
        m_margin = margin;
        m_positive = new double[cells];
        m_counts = new int[cells + 1];
        m_sums = new double[cells + 1];
    }

    /** @return number of triplets above 0 of the anchor evaluated last */
    long active() {
        return m_active;
    }

    /**
     * @param begin where the anchor's class begins
     * @param end where it ends
     * @param distance of the anchor to each cell
     * @param roles receives for each cell in how many triplets above 0 it is the positive one, or minus in how many it
     *            is the negative one; zeros before
     * @return sum over the triplets above 0
     */
    double evaluate(final int anchor, final int begin, final int end, final double[] distance, final int[] roles) {
        gather(anchor, begin, end, distance);
        m_active = 0;
        if (m_positives == 0) {
            return 0;
        }
        Arrays.fill(m_counts, 0, m_positives + 1, 0);
        Arrays.fill(m_sums, 0, m_positives + 1, 0);
        place(0, begin, distance, roles);
        place(end, distance.length, distance, roles);
        double sum = 0;
        for (int k = 0; k < m_positives; k++) {
            m_counts[k] += k == 0 ? 0 : m_counts[k - 1];
            m_sums[k] += k == 0 ? 0 : m_sums[k - 1];
            m_active += m_counts[k];
            sum += m_counts[k] * (m_positive[k] + m_margin) - m_sums[k];
        }
        for (int i = begin; i < end; i++) {
            final int place = i == anchor ? -1 : Arrays.binarySearch(m_positive, 0, m_positives, distance[i]);
            roles[i] = place < 0 ? 0 : m_counts[place];
        }
        return sum;
    }

    /** The positive cells that take part in a triplet above 0, sorted: few, once the classes lie apart. */
    private void gather(final int anchor, final int begin, final int end, final double[] distance) {
        final double nearest = Math.min(smallest(distance, 0, begin), smallest(distance, end, distance.length));
        m_positives = 0;
        for (int i = begin; i < end; i++) {
            if (i != anchor && isActive(distance[i], nearest)) {
                m_positive[m_positives++] = distance[i];
            }
        }
        Arrays.sort(m_positive, 0, m_positives);
    }

    private static double smallest(final double[] distance, final int from, final int to) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            smallest = Math.min(smallest, distance[i]);
        }
        return smallest;
    }

    /** Counts and sums each negative cell at the nearest positive one that it forms a triplet above 0 with. */
    private void place(final int from, final int to, final double[] distance, final int[] roles) {
        final double farthest = m_positive[m_positives - 1];
        for (int i = from; i < to; i++) {
            final double negative = distance[i];
            if (isActive(farthest, negative)) {
                final int place = nearestActive(negative);
                m_counts[place]++;
                m_sums[place] += negative;
                roles[i] = place - m_positives;
            }
        }
    }

    private int nearestActive(final double negative) {
        int low = 0;
        int length = m_positives;
        while (length > 1) {
            final int half = length >>> 1;
            low += isActive(m_positive[low + half - 1], negative) ? 0 : half;
            length -= half;
        }
        return low;
    }

    private boolean isActive(final double positive, final double negative) {
        return positive - negative + m_margin > 0;
    }
}
