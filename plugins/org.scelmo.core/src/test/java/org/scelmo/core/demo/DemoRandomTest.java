package org.scelmo.core.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleSupplier;

import org.junit.jupiter.api.Test;

/** Moments of 200,000 draws; tolerances are five or more standard errors, and seeds are fixed. */
class DemoRandomTest {

    private static final int DRAWS = 200_000;

    private final DemoRandom m_random = new DemoRandom(7);

    @Test
    void normalHasItsMeanAndVariance() {
        assertMoments(3, 4, 0.03, () -> m_random.normal(3, 2));
    }

    @Test
    void gammaHasMeanOneAndVarianceOneOverShape() {
        assertMoments(1, 0.4, 0.02, () -> m_random.gamma(2.5));
    }

    @Test
    void poissonHasItsMeanAsVarianceForSmallAndLargeMeans() {
        assertMoments(0.1, 0.1, 0.05, () -> m_random.poisson(0.1));
        assertMoments(20, 20, 0.02, () -> m_random.poisson(20));
        assertMoments(1700, 1700, 0.02, () -> m_random.poisson(1700));
        assertEquals(0, m_random.poisson(0));
    }

    @Test
    void negativeBinomialHasItsOverdispersion() {
        assertMoments(10, 10 + 100 / 2.5, 0.04, () -> m_random.negativeBinomial(10, 2.5));
    }

    @Test
    void isTheSameOnEveryMachine() {
        final var random = new DemoRandom(1);
        // first output of SplitMix64 (Steele, Lea and Flood, 2014) from seed 1
        assertEquals((0x910A2DEC89025CC1L >>> 11) * 0x1p-53, random.uniform());
        final var again = new DemoRandom(1);
        again.uniform();
        assertEquals(random.normal(0, 1), again.normal(0, 1));
    }

    private static void assertMoments(final double mean, final double variance, final double relative,
        final DoubleSupplier draw) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            final double x = draw.getAsDouble();
            sum += x;
            squares += (x - mean) * (x - mean);
        }
        assertEquals(mean, sum / DRAWS, relative * mean);
        assertEquals(variance, squares / DRAWS, relative * variance);
    }
}
