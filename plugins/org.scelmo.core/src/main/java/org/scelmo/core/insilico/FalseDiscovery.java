package org.scelmo.core.insilico;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.scelmo.core.stats.BenjaminiHochberg;

/** Benjamini and Hochberg's step-up procedure where some p are not known. */
final class FalseDiscovery {

    private FalseDiscovery() {
    }

    /** @return q-values; NaN where p is NaN, which then does not count as a test */
    static double[] adjust(final double[] p) {
        final var q = new double[p.length];
        Arrays.fill(q, Double.NaN);
        final var known = IntStream.range(0, p.length).filter(i -> !Double.isNaN(p[i])).toArray();
        final var adjusted = BenjaminiHochberg.adjust(Arrays.stream(known).mapToDouble(i -> p[i]).toArray());
        for (int i = 0; i < known.length; i++) {
            q[known[i]] = adjusted[i];
        }
        return q;
    }
}
