package org.scelmo.adaptor.loss;

import java.util.Arrays;

/**
 * The triplets of one anchor at a time. Only the own class is sorted: each cell of another class is put behind those
 * positive cells that are near enough, and sums over these places give the rest. O(B log(cells of the class)).
 */
final class AnchorTriplets {

    private static final int STRETCHES = 128;

    private final double m_margin;
    private final int[] m_first = new int[STRETCHES];
    private final double[] m_positive;
    private final int[] m_counts;
    private final double[] m_sums;
    private int m_positives;
    private double m_nearest;
    private double m_scale;
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
        index();
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
            roles[i] = i != anchor && isActive(distance[i], m_nearest) ? m_counts[placeOfPositive(distance[i])] : 0;
        }
        return sum;
    }

    /** The positive cells that take part in a triplet above 0, sorted: few, once the classes lie apart. */
    private void gather(final int anchor, final int begin, final int end, final double[] distance) {
        m_nearest = Math.min(smallest(distance, 0, begin), smallest(distance, end, distance.length));
        m_positives = 0;
        for (int i = begin; i < end; i++) {
            if (i != anchor && isActive(distance[i], m_nearest)) {
                m_positive[m_positives++] = distance[i];
            }
        }
        Arrays.sort(m_positive, 0, m_positives);
    }

    private static double smallest(final double[] distance, final int from, final int to) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            if (distance[i] < smallest) { // Math.min costs thrice as much: it heeds NaN and -0
                smallest = distance[i];
            }
        }
        return smallest;
    }

    /** For each stretch of distances how many positive cells are too near for all of them. */
    private void index() {
        final double range = m_positive[m_positives - 1] - m_positive[0];
        m_scale = range > 0 ? STRETCHES / range : 0;
        int k = 0;
        for (int s = 0; s < STRETCHES; s++) {
            while (k < m_positives - 1 && stretch(m_positive[k] + m_margin) < s) {
                k++;
            }
            m_first[s] = k;
        }
    }

    private int stretch(final double distance) {
        final int stretch = (int)((distance - m_margin - m_positive[0]) * m_scale);
        return Math.max(0, Math.min(STRETCHES - 1, stretch));
    }

    private int placeOfPositive(final double distance) {
        int place = m_first[stretch(distance + m_margin)];
        while (m_positive[place] < distance) {
            place++;
        }
        return place;
    }

    /** Counts and sums each negative cell at the nearest positive one that it forms a triplet above 0 with. */
    private void place(final int from, final int to, final double[] distance, final int[] roles) {
        final double farthest = m_positive[m_positives - 1];
        for (int i = from; i < to; i++) {
            final double negative = distance[i];
            if (isActive(farthest, negative)) {
                int place = m_first[stretch(negative)];
                while (place > 0 && isActive(m_positive[place - 1], negative)) { // rounding
                    place--;
                }
                while (!isActive(m_positive[place], negative)) {
                    place++;
                }
                m_counts[place]++;
                m_sums[place] += negative;
                roles[i] = place - m_positives;
            }
        }
    }

    private boolean isActive(final double positive, final double negative) {
        return positive - negative + m_margin > 0;
    }
}
