package org.scelmo.core.insilico;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Benjamini and Hochberg's step-up procedure. */
final class FalseDiscovery {

    private FalseDiscovery() {
    }

    /** @return q-values; NaN where p is NaN, which then does not count as a test */
    static double[] adjust(final double[] p) {
        final var q = new double[p.length];
        Arrays.fill(q, Double.NaN);
        final var order = IntStream.range(0, p.length).filter(i -> !Double.isNaN(p[i])).boxed()
            .sorted(Comparator.comparingDouble(i -> p[i])).mapToInt(Integer::intValue).toArray();
        double least = 1;
        for (int rank = order.length; rank >= 1; rank--) {
            final int i = order[rank - 1];
            least = Math.min(least, p[i] * order.length / rank);
            q[i] = least;
        }
        return q;
    }
}
