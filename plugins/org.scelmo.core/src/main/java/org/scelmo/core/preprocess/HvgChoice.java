package org.scelmo.core.preprocess;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which genes count as highly variable: the best so many, or all within cutoffs.
 *
 * @param top how many genes; 0 to use the cutoffs
 * @param minMean the mean must be above
 * @param maxMean the mean must be below
 * @param minDispersion the normalized dispersion must be above
 */
public record HvgChoice(int top, double minMean, double maxMean, double minDispersion) {

    /** scanpy's default cutoffs. */
    public static final HvgChoice CUTOFFS = new HvgChoice(0, 0.0125, 3, 0.5);

    /** @return the choice of the best so many genes */
    public static HvgChoice top(final int genes) {
        if (genes < 1) {
            throw new IllegalArgumentException("At least 1 gene is needed, not " + genes + ".");
        }
        return new HvgChoice(genes, 0, 0, 0);
    }

    /** Chooses within one batch; genes that are as good as the last one chosen are chosen, too, as scanpy does. */
    boolean[] select(final double[] means, final double[] normalized) {
        if (top == 0) {
            return cut(means, normalized);
        }
        final var descending = Arrays.stream(normalized).filter(d -> !Double.isNaN(d)).map(d -> -d).sorted().toArray();
        final var selected = new boolean[normalized.length];
        if (descending.length > 0) {
            final double threshold = -descending[Math.min(top, descending.length) - 1];
            for (int j = 0; j < selected.length; j++) {
                selected[j] = finite(normalized[j]) >= threshold;
            }
        }
        return selected;
    }

    boolean[] cut(final double[] means, final double[] normalized) {
        final var selected = new boolean[means.length];
        for (int j = 0; j < selected.length; j++) {
            final double dispersion = Double.isNaN(normalized[j]) ? 0 : normalized[j];
            selected[j] = means[j] > minMean && means[j] < maxMean && dispersion > minDispersion
                && dispersion < Double.POSITIVE_INFINITY;
        }
        return selected;
    }

    /** Chooses the first so many genes in an order. */
    boolean[] first(final int genes, final Comparator<Integer> order) {
        final var selected = new boolean[genes];
        IntStream.range(0, genes).boxed().sorted(order).limit(top).forEach(j -> selected[j] = true);
        return selected;
    }

    /** numpy's {@code nan_to_num}. */
    private static double finite(final double number) {
        if (Double.isNaN(number)) {
            return 0;
        }
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, number));
    }
}
