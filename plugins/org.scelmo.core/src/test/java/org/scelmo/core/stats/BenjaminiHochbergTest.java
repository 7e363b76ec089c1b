package org.scelmo.core.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {

    /** By hand: 0.01·4/1, 0.02·4/2, 0.03·4/3 and 0.5; each at most the next. */
    @Test
    void multipliesByTestsOverRank() {
        final var adjusted = BenjaminiHochberg.adjust(new double[]{0.5, 0.02, 0.01, 0.03});
        assertArrayEquals(new double[]{0.5, 0.04, 0.04, 0.04}, adjusted, 1e-15);
    }

    @Test
    void keepsZeroAndNeverExceedsOne() {
        assertArrayEquals(new double[]{0, 1, 1}, BenjaminiHochberg.adjust(new double[]{0, 1, 0.9}), 1e-15);
        assertEquals(0, BenjaminiHochberg.adjust(new double[0]).length);
    }
}
