package org.scelmo.core.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RankCorrelationTest {

    @Test
    void agreesWithScipyWhereThereAreTies() {
        // scipy 1.10.1: spearmanr
        assertEquals(0.46790960017870337, RankCorrelation.of(new double[]{1, 2, 2, 3, 7, 0.5, 4},
            new double[]{2, 2, 5, 3, 9, 4, 4}).orElseThrow(), 1e-12);
    }

    @Test
    void oppositeOrdersCorrelateNegatively() {
        assertEquals(-1, RankCorrelation.of(new double[]{1, 2, 3}, new double[]{9, 5, -1e300}).orElseThrow());
    }

    @Test
    void equalNumbersHaveNoRanks() {
        assertTrue(RankCorrelation.of(new double[]{1, 1, 1}, new double[]{1, 2, 3}).isEmpty());
        assertTrue(RankCorrelation.of(new double[0], new double[0]).isEmpty());
    }
}
