package org.scelmo.core.insilico;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class StreamsTest {

    /** Streams of neighboring seeds must not be the same numbers one place apart. */
    @Test
    void seedsThatAreOneApartShareNoNumbers() {
        final var first = Streams.of(1, 0);
        final var numbers = IntStream.range(0, 1000).mapToLong(i -> first.nextLong()).toArray();
        final var second = Streams.of(2, 0);
        final var others = IntStream.range(0, 1000).mapToLong(i -> second.nextLong()).toArray();
        assertEquals(2000, LongStream.concat(LongStream.of(numbers), LongStream.of(others)).distinct().count());
        assertNotEquals(numbers[0], Streams.of(1, 1).nextLong());
    }
}
