package org.scelmo.adaptor.loss;

import java.util.Arrays;

/**
 * The triplets of one anchor at a time. A positive cell's threshold is its distance plus the margin: with each negative
 * cell below it, it forms a triplet above 0. Only the thresholds are sorted; how many of them lie above each negative
 * cell tells the rest. O(B log(cells of the class)).
 */
final class AnchorTriplets {

    private static final int STRETCHES = 256;

    private final double m_margin;
    /** Ascending; behind the last one NaN, which no distance is above. */
    private final double[] m_thresholds;
    /** For each stretch of distances the first threshold that is not below it. */
    private final int[] m_first = new int[STRETCHES + 1];
    private final int[] m_counts;
    private int m_positives;
    private double m_scale;
    private long m_active;

    /** @param cells of the batch; the arrays are reused for each anchor */
    AnchorTriplets(final int cells, final double margin) {
        m_margin = margin;
        m_thresholds = new double[cells + 1];
        m_counts = new int[cells + 1];
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
        final double nearest = Math.min(smallest(distance, 0, begin), smallest(distance, end, distance.length));
        gather(anchor, begin, end, distance, nearest);
        m_active = 0;
        if (m_positives == 0) {
            return 0;
        }
        index();
        double sum = -(place(0, begin, distance, roles) + place(end, distance.length, distance, roles));
        for (int k = 0; k < m_positives; k++) {
            m_counts[k] += k == 0 ? 0 : m_counts[k - 1];
            m_active += m_counts[k];
            sum += m_counts[k] * m_thresholds[k];
        }
        for (int i = begin; i < end; i++) {
            final double threshold = distance[i] + m_margin;
            roles[i] = i != anchor && threshold > nearest ? m_counts[firstNotBelow(threshold)] : 0;
        }
        return sum;
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

    /** Of the positive cells that take part in a triplet above 0: few, once the classes lie apart. */
    private void gather(final int anchor, final int begin, final int end, final double[] distance,
        final double nearest) {
        m_positives = 0;
        for (int i = begin; i < end; i++) {
            final double threshold = distance[i] + m_margin;
            if (i != anchor && threshold > nearest) {
                m_thresholds[m_positives++] = threshold;
            }
        }
        Arrays.sort(m_thresholds, 0, m_positives);
        m_thresholds[m_positives] = Double.NaN;
        Arrays.fill(m_counts, 0, m_positives + 1, 0);
    }

    private void index() {
        final double range = m_thresholds[m_positives - 1] - m_thresholds[0];
        m_scale = range > 0 ? (STRETCHES - 1) / range : 0;
        int stretch = 0;
        for (int k = 0; k < m_positives; k++) {
            final int end = stretch(m_thresholds[k]) + 1;
            while (stretch < end) {
                m_first[stretch++] = k;
            }
        }
        Arrays.fill(m_first, stretch, m_first.length, m_positives);
    }

    private int stretch(final double distance) {
        final int stretch = (int)((distance - m_thresholds[0]) * m_scale);
        return Math.max(0, Math.min(STRETCHES, stretch));
    }

    private int firstNotBelow(final double threshold) {
        int place = m_first[stretch(threshold)];
        while (m_thresholds[place] < threshold) {
            place++;
        }
        return place;
    }

    /**
     * Counts each negative cell at the first threshold above it.
     *
     * @return sum of their distances, each as often as there are thresholds above it
     */
    private double place(final int from, final int to, final double[] distance, final int[] roles) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            final double negative = distance[i];
            int place = m_first[stretch(negative)];
            while (m_thresholds[place] <= negative) {
                place++;
            }
            m_counts[place]++;
            roles[i] = place - m_positives;
            sum += (m_positives - place) * negative;
        }
        return sum;
    }
}
