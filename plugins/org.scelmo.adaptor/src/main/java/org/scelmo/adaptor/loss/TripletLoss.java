package org.scelmo.adaptor.loss;

import java.util.stream.LongStream;

import org.scelmo.adaptor.parallel.Team;

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
        final double[][] gradient, final Team team) {
        final var order = ClassOrder.of(labels);
        final var unit = new UnitRows(order.apply(embeddings));
        final var distances = new PairwiseDistances(unit, team);
        final int cells = labels.length;
        final var roles = new int[cells][cells];
        final var sums = new double[cells];
        final var active = new long[cells];
        team.runStretches(cells, PairwiseDistances.TILE, (from, to) -> {
            distances.complete(from, to);
            final var triplets = new AnchorTriplets(cells, margin);
            for (int a = from; a < to; a++) {
                sums[a] = triplets.evaluate(a, order.begin(a), order.end(a), distances.of(a), roles[a]);
                active[a] = triplets.active();
            }
        });
        final long total = LongStream.of(active).sum();
        if (total == 0) {
            return 0;
        }
        distances.backward(roles, scale / total, order.apply(gradient), team);
        double sum = 0;
        for (final double anchor : sums) {
            sum += anchor;
        }
        return sum / total;
    }
}
