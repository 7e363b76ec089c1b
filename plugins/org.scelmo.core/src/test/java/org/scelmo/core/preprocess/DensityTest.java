package org.scelmo.core.preprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class DensityTest {

    @Test
    void quartilesAreThoseOfNumpy() {
        // numpy.percentile([4, 1, 3, 2], [0, 25, 50, 75, 100])
        assertArrayEquals(new double[]{1, 1.75, 2.5, 3.25, 4}, Density.of(new double[]{4, 1, 3, 2}).quantiles());
    }

    /** The normal distribution is found again within the error of the smoothing. */
    @Test
    void densityOfManyNormalValuesIsNormal() {
        final var random = new Random(1);
        final var found = Density.of(random.doubles(50_000).map(ignored -> 3 + 2 * random.nextGaussian()).toArray());
        for (int i = 0; i < found.at().length; i++) {
            final double z = (found.at()[i] - 3) / 2;
            assertEquals(Math.exp(-0.5 * z * z) / (2 * Math.sqrt(2 * Math.PI)), found.density()[i], 0.006);
        }
    }

    @Test
    void twoValuesHaveTwoEqualHumps() {
        final var density = Density.of(new double[]{0, 0, 0, 0, 10, 10, 10, 10}).density();
        assertEquals(density[0], density[density.length - 1], 1e-9);
        assertTrue(density[0] > density[density.length / 2]);
    }

    @Test
    void equalValuesAndNoneHaveADensity() {
        final var equal = Density.of(new double[]{5, 5});
        assertArrayEquals(new double[]{5}, equal.at());
        assertEquals(2, equal.count());
        assertEquals(0, Density.of(new double[0]).count());
    }
}
