package org.scelmo.core.neighbors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SelectionTest {

    @Property
    void theNumberOfEachRankIsThatOfTheSortedNumbers(
        @ForAll @Size(min = 1, max = 60) final List<@IntRange(min = -9, max = 9) Integer> drawn) {
        final var numbers = drawn.stream().mapToDouble(n -> n == 9 ? Double.POSITIVE_INFINITY
            : n == -9 ? Double.NEGATIVE_INFINITY : n / 2.0).toArray();
        final var sorted = numbers.clone();
        Arrays.sort(sorted);
        for (int rank = 1; rank <= numbers.length; rank++) {
            assertEquals(sorted[numbers.length - rank], Selection.largest(numbers.clone(), rank));
        }
    }
}
