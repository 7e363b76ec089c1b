package org.scelmo.core.anndata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

class ContingencyTest {

    private static Groups groups(final int... of) {
        return new Groups(of, List.of("a", "b"));
    }

    @Test
    void countsPairsAndCellsWithoutOne() {
        final var counted = Contingency.of(groups(0, 0, 1, 1, -1, 0), groups(0, 1, 1, 1, 0, -1));
        assertArrayEquals(new long[]{1, 1}, counted.counts()[0]);
        assertArrayEquals(new long[]{0, 2}, counted.counts()[1]);
        assertEquals(2, counted.missing());
    }

    @Test
    void groupsOfOtherCellsAreRefused() {
        final var two = groups(0, 1);
        final var three = groups(0, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> Contingency.of(two, three));
    }
}
