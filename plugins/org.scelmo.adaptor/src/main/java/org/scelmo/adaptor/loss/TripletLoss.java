package org.scelmo.adaptor.loss;

import java.util.Arrays;

/**
 * Triplet margin loss over all triplets of a batch: for an anchor a, another cell p of its class and a cell n of another
 * class, {@code max(0, d(a, p) − d(a, n) + margin)} with the Euclidean distance of the embeddings scaled to length 1;
 * the value is the mean over those triplets that are above 0. What {@code pytorch_metric_learning}'s
 * {@code TripletMarginLoss} computes by default.
 *
 * <p>No triplet is ever listed. For one anchor, sorted distances and their prefix sums tell how many triplets each
 * distance takes part in and their sum, so a batch of B cells costs O(B² log B + B² × dimensions) time and O(B²) memory
 * instead of O(B³).
 *
 * @param margin by how much nearer the own class should be, above 0; {@value #DEFAULT_MARGIN} is published
 */
public record TripletLoss(double margin) implements ContrastiveLoss {

    /** As published. */
    public static final double DEFAULT_MARGIN = 0.05;

    public TripletLoss {
        if (!(margin > 0) || Double.isInfinite(margin)) {
            throw new IllegalArgumentException("The margin must be a positive number, not " + margin + ".");
        }
    }

    public TripletLoss() {
        this(DEFAULT_MARGIN);
    }

    @Override
    public double evaluate(final double[][] embeddings, final int[] labels, final double scale,
        final double[][] gradient) {
        final var unit = new UnitRows(embeddings);
        final var distances = distances(unit);
        final int cells = labels.length;
        final var roles = new int[cells][cells];
        final var anchor = new Anchor(cells, margin);
        double sum = 0;
        long active = 0;
        for (int a = 0; a < cells; a++) {
            sum += anchor.evaluate(a, distances[a], labels, roles[a]);
            active += anchor.active();
        }
        if (active == 0) {
            return 0;
        }
        backward(unit, distances, roles, scale / active, gradient);
        return sum / active;
    }

    /** Both halves: the vector instructions of a whole row cost less than half the scalar ones. */
    private static double[][] distances(final UnitRows unit) {
        final var z = unit.rows();
        final var columns = unit.transposed();
        final int n = z.length;
        final var distances = new double[n][n];
        for (int i = 0; i < n; i++) {
            final var row = distances[i];
            for (int k = 0; k < columns.length; k++) {
                addSquares(row, z[i][k], columns[k], n);
            }
            for (int j = 0; j < n; j++) {
                row[j] = Math.sqrt(row[j]);
            }
        }
        return distances;
    }

    private static void addSquares(final double[] sums, final double x, final double[] y, final int n) {
        for (int j = 0; j < n; j++) {
            final double difference = x - y[j];
            sums[j] = Math.fma(difference, difference, sums[j]);
        }
    }

    /** The derivative of d(i, j) by the unit row i is {@code (z_i − z_j) / d(i, j)}, or 0 where they coincide. */
    private static void backward(final UnitRows unit, final double[][] distances, final int[][] roles,
        final double scale, final double[][] gradient) {
        final var z = unit.rows();
        for (int i = 0; i < z.length; i++) {
            final var sum = new double[z[i].length];
            for (int j = 0; j < z.length; j++) {
                final int role = roles[i][j] + roles[j][i];
                if (role != 0 && distances[i][j] > 0) {
                    addDifference(sum, role / distances[i][j], z[i], z[j]);
                }
            }
            unit.backward(i, sum, scale, gradient[i]);
        }
    }

    private static void addDifference(final double[] sum, final double weight, final double[] a, final double[] b) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] = Math.fma(weight, a[k] - b[k], sum[k]);
        }
    }

    /** The triplets of one anchor at a time; the arrays are reused. */
    private static final class Anchor {

        private final double m_margin;
        private final double[] m_positive;
        private final double[] m_negative;
        private final double[] m_prefix;
        private int m_positives;
        private int m_negatives;
        private long m_active;

        Anchor(final int cells, final double margin) {
            m_margin = margin;
            m_positive = new double[cells];
            m_negative = new double[cells];
            m_prefix = new double[cells + 1];
        }

        /** @return number of triplets above 0 of the anchor evaluated last */
        long active() {
            return m_active;
        }

        /**
         * @param roles receives for each cell in how many such triplets it is the positive one, or minus in how many it
         *            is the negative one
         * @return sum over the triplets above 0
         */
        double evaluate(final int anchor, final double[] distance, final int[] labels, final int[] roles) {
            gather(anchor, distance, labels);
            Arrays.sort(m_positive, 0, m_positives);
            Arrays.sort(m_negative, 0, m_negatives);
            for (int i = 0; i < m_negatives; i++) {
                m_prefix[i + 1] = m_prefix[i] + m_negative[i];
            }
            m_active = 0;
            double sum = 0;
            for (int i = 0; i < labels.length; i++) {
                if (i == anchor) {
                    continue;
                }
                if (labels[i] == labels[anchor]) {
                    final int count = nearerNegatives(distance[i]);
                    roles[i] = count;
                    m_active += count;
                    sum += count * (distance[i] + m_margin) - m_prefix[count];
                } else {
                    roles[i] = -fartherPositives(distance[i]);
                }
            }
            return sum;
        }

        /** Only distances that some triplet above 0 can have: few, once the classes lie apart. */
        private void gather(final int anchor, final double[] distance, final int[] labels) {
            double farthest = Double.NEGATIVE_INFINITY;
            double nearest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] != labels[anchor]) {
                    nearest = Math.min(nearest, distance[i]);
                } else if (i != anchor) {
                    farthest = Math.max(farthest, distance[i]);
                }
            }
            m_positives = 0;
            m_negatives = 0;
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] != labels[anchor]) {
                    if (isActive(farthest, distance[i])) {
                        m_negative[m_negatives++] = distance[i];
                    }
                } else if (i != anchor && isActive(distance[i], nearest)) {
                    m_positive[m_positives++] = distance[i];
                }
            }
        }

        private boolean isActive(final double positive, final double negative) {
            return positive - negative + m_margin > 0;
        }

        private int nearerNegatives(final double positive) {
            int low = 0;
            int high = m_negatives;
            while (low < high) {
                final int middle = (low + high) >>> 1;
                if (isActive(positive, m_negative[middle])) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private int fartherPositives(final double negative) {
            int low = 0;
            int high = m_positives;
            while (low < high) {
                final int middle = (low + high) >>> 1;
                if (isActive(m_positive[middle], negative)) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return m_positives - low;
        }
    }
}
