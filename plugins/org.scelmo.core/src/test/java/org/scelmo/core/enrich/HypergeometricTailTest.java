package org.scelmo.core.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HypergeometricTailTest {

    /** scipy 1.10.1, {@code hypergeom.sf(k - 1, N, K, n)}. */
    @ParameterizedTest
    @CsvSource({"3, 20, 5, 6, 0.13132094943240455", "10, 20000, 50, 200, 5.7898813585951664e-11",
        "40, 20000, 60, 150, 1.2802145316763255e-72", "5, 100, 5, 5, 1.328241387151549e-08",
        "25, 18000, 400, 300, 1.6176403971788163e-08", "1, 20000, 15, 1, 0.00075",
        "7, 30, 25, 10, 0.9687592101385205", "60, 18000, 6000, 200, 0.8605100509332109",
        "150, 18000, 9000, 300, 0.5232079641110239", "400, 25000, 2000, 1000, 1.0293096492538377e-183"})
    void agreesWithScipy(final int k, final int all, final int marked, final int drawn, final double expected) {
        assertEquals(1, Math.exp(HypergeometricTail.log(k, all, marked, drawn)) / expected, 1e-9);
    }

    /** Sums of whole numbers, in Python with 40 digits. */
    @ParameterizedTest
    @CsvSource({"190, 20000, 200, 200, -994.989373638940187", "500, 20000, 500, 500, -2334.12323229871505"})
    void probabilitiesBelowTheSmallestNumberHaveALogarithm(final int k, final int all, final int marked,
        final int drawn, final double expected) {
        final double log = HypergeometricTail.log(k, all, marked, drawn);
        assertEquals(expected, log, 1e-9 * -expected);
        assertEquals(0, Math.exp(log));
    }

    @Test
    void whatIsCertainOrImpossibleIsExact() {
        assertEquals(0, HypergeometricTail.log(0, 100, 5, 5));
        assertEquals(0, HypergeometricTail.log(5, 30, 25, 10), "at least 5 of 10 must be among 25 of 30");
        assertEquals(Double.NEGATIVE_INFINITY, HypergeometricTail.log(6, 100, 5, 5));
        assertEquals(0, HypergeometricTail.log(3, 3, 3, 3));
        assertEquals(0, HypergeometricTail.log(0, 0, 0, 0));
    }

    @Property
    void equalsTheSumOfWholeNumbers(@ForAll @IntRange(min = 1, max = 80) final int all,
        @ForAll @IntRange(max = 80) final int some, @ForAll @IntRange(max = 80) final int others,
        @ForAll @IntRange(max = 80) final int hits) {
        final int marked = some % (all + 1);
        final int drawn = others % (all + 1);
        BigInteger sum = BigInteger.ZERO;
        for (int i = Math.max(hits, Math.max(0, drawn + marked - all)); i <= Math.min(marked, drawn); i++) {
            sum = sum.add(choose(marked, i).multiply(choose(all - marked, drawn - i)));
        }
        final double exact = sum.doubleValue() / choose(all, drawn).doubleValue();
        final double p = Math.exp(HypergeometricTail.log(hits, all, marked, drawn));
        assertTrue(Math.abs(p - exact) <= 1e-11 * exact, p + " is not " + exact);
    }

    private static BigInteger choose(final int n, final int k) {
        BigInteger product = BigInteger.ONE;
        for (int i = 0; i < k; i++) {
            product = product.multiply(BigInteger.valueOf((long)n - i)).divide(BigInteger.valueOf(i + 1L));
        }
        return product;
    }
}
