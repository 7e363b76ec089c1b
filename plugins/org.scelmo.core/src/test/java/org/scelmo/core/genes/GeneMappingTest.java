package org.scelmo.core.genes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.scelmo.core.genes.GeneDictionary.Target;

class GeneMappingTest {

    private static final GeneMapping MAPPING = GeneMapping.of(new String[]{"MLL", "CD3E", "x", null},
        new GeneDictionary(List.of(GeneNames.of("KMT2A", null, "MLL", null), GeneNames.of("CD3E", null, null, null)),
            Target.SYMBOL, false));

    @Test
    void tellsTheShareOfGenesAndExpression() {
        assertEquals("2 of 4 genes were mapped (50.0 %), which carry 75.0 % of the expression: approved symbol 1, "
            + "previous symbol 1, not found 2.", MAPPING.summary(new double[]{2, 1, 1, 0}));
        assertEquals(0.75, MAPPING.coveredMass(new double[]{2, 1, 1, 0}));
    }

    @Test
    void aShareOfNothingOrOfScaledDataIsNotDefined() {
        assertTrue(Double.isNaN(MAPPING.coveredMass(null)));
        assertTrue(Double.isNaN(MAPPING.coveredMass(new double[4])));
        assertTrue(Double.isNaN(MAPPING.coveredMass(new double[]{2, 1, -1, 0})));
        assertEquals("2 of 4 genes were mapped (50.0 %): approved symbol 1, previous symbol 1, not found 2.",
            MAPPING.summary(null));
    }
}
