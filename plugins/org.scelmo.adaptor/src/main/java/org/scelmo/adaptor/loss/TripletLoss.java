package org.scelmo.adaptor.loss;

/**
 * Triplet margin loss over all triplets of a batch: for an anchor a, another cell p of its class and a cell n of another
 * class, {@code max(0, d(a, p) − d(a, n) + margin)} with the Euclidean distance of the embeddings scaled to length 1;
 * the value is the mean over those triplets that are above 0. What {@code pytorch_metric_learning}'s
 * {@code TripletMarginLoss} computes by default.
 *
 * <p>No triplet is ever listed. For one anchor, the sorted distances to its own class tell how many triplets each
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
        final var order = ClassOrder.of(labels);
        final var unit = new UnitRows(order.apply(embeddings));
        final var distances = PairwiseDistances.of(unit);
        final int cells = labels.length;
        final var roles = new int[cells][cells];
        final var triplets = new AnchorTriplets(cells, margin);
        double sum = 0;
        long active = 0;
        for (int a = 0; a < cells; a++) {
            sum += triplets.evaluate(a, order.begin(a), order.end(a), distances[a], roles[a]);
            active += triplets.active();
        }
        if (active == 0) {
            return 0;
        }
        PairwiseDistances.backward(unit, distances, roles, scale / active, order.apply(gradient));
        return sum / active;
    }
}
