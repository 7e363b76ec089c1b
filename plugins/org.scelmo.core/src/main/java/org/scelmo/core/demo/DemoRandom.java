package org.scelmo.core.demo;

import java.util.SplittableRandom;

/**
 * Random numbers that are the same on every Java machine: SplitMix64 and {@link StrictMath} only, no library
 * distribution whose algorithm may change between releases.
 */
final class DemoRandom {

    /** above this, exp(−mean) comes too near to the smallest double */
    private static final double MAX_MEAN = 500;

    private final SplittableRandom m_random;

    DemoRandom(final long seed) {
        m_random = new SplittableRandom(seed);
    }

    /** @return uniform in [0, 1) */
    double uniform() {
        return m_random.nextDouble();
    }

    /** @return uniform in 0 … bound − 1 */
    int index(final int bound) {
        return (int)(uniform() * bound);
    }

    /** @return normal (Box and Muller) */
    double normal(final double mean, final double sd) {
        final double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return mean + sd * radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** @return gamma with mean 1 (Marsaglia and Tsang, 2000); shape at least 1 */
    double gamma(final double shape) {
        final double d = shape - 1.0 / 3;
        final double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            final double x = normal(0, 1);
            final double v = 1 + c * x;
            if (v > 0) {
                final double cube = v * v * v;
                if (StrictMath.log(1 - uniform()) < 0.5 * x * x + d - d * cube + d * StrictMath.log(cube)) {
                    return d * cube / shape;
                }
            }
        }
    }

    /** @return Poisson, by inversion */
    int poisson(final double mean) {
        if (mean > MAX_MEAN) {
            return poisson(mean / 2) + poisson(mean / 2);
        }
        final double u = uniform();
        double p = StrictMath.exp(-mean);
        double cumulated = p;
        int k = 0;
        while (u >= cumulated && p > 0) {
            k++;
            p *= mean / k;
            cumulated += p;
        }
        return k;
    }

    /** @return negative binomial: Poisson around a gamma of this shape; variance mean + mean² / shape */
    int negativeBinomial(final double mean, final double shape) {
        return poisson(mean * gamma(shape));
    }
}
