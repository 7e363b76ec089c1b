package org.scelmo.core.genes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.scelmo.core.genes.GeneDictionary.Target;

class GenePlanTest {

    private static final GeneDictionary DICTIONARY = new GeneDictionary(List.of(
        GeneNames.of("KMT2A", null, "MLL|MLL1", "HRX"), GeneNames.of("CD3E", null, "T3E", null)), Target.SYMBOL, false);

    /** The three names of KMT2A, worst first, and others. */
    private static final String[] INDEX = {"HRX", "x", "MLL", "KMT2A", "T3E", "x"};

    private static GenePlan plan(final ConflictRule rule, final double... sums) {
        return GenePlan.of(INDEX, GeneMapping.of(INDEX, DICTIONARY), rule, sums.length == 0 ? null : sums);
    }

    @Test
    void numbersAllButTheBestFound() {
        final var plan = plan(ConflictRule.NUMBER);
        assertArrayEquals(new String[]{"KMT2A-2", "x", "KMT2A-1", "KMT2A", "CD3E", "x"}, plan.names());
        assertTrue(plan.keepsGenes());
        assertEquals(List.of("KMT2A"), plan.conflicts());
    }

    @Test
    void sumsIntoTheBestFound() {
        final var plan = plan(ConflictRule.SUM);
        assertArrayEquals(new String[]{"x", "KMT2A", "CD3E", "x"}, plan.names());
        assertArrayEquals(new int[]{1, 3, 4, 5}, plan.sources());
        assertArrayEquals(new int[]{1, 0, 1, 1, 2, 3}, plan.targets());
        assertFalse(plan.keepsGenes());
    }

    @Test
    void keepsTheMostExpressed() {
        final var plan = plan(ConflictRule.KEEP_MOST_EXPRESSED, 1, 9, 5, 5, 0, 9);
        assertArrayEquals(new String[]{"x", "KMT2A", "CD3E", "x"}, plan.names());
        assertArrayEquals(new int[]{1, 3, 4, 5}, plan.sources(), "of two equal ones the better found");
        assertArrayEquals(new int[]{-1, 0, -1, 1, 2, 3}, plan.targets());
        assertArrayEquals(new int[]{0, 1, 4, 5}, plan(ConflictRule.KEEP_MOST_EXPRESSED, 6, 9, 5, 5, 0, 9).sources());
    }

    @Test
    void aNumberIsNotTakenAlready() {
        final var index = new String[]{"KMT2A-1", "MLL", "KMT2A"};
        assertArrayEquals(new String[]{"KMT2A-1", "KMT2A-2", "KMT2A"},
            GenePlan.of(index, GeneMapping.of(index, DICTIONARY), ConflictRule.NUMBER, null).names());
    }

    @Test
    void anUnmappedGeneGivesWayToAMappedOne() {
        final var index = new String[]{"KMT2A", "b"};
        final var names = new String[]{"unknown", "MLL"};
        assertArrayEquals(new String[]{"KMT2A-1", "KMT2A"},
            GenePlan.of(index, GeneMapping.of(names, DICTIONARY), ConflictRule.SUM, null).names());
    }
}
