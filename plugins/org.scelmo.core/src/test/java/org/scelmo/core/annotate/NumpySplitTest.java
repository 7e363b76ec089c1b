package org.scelmo.core.annotate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.scelmo.core.golden.GoldenData;

import com.fasterxml.jackson.databind.JsonNode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class NumpySplitTest {

    /** The first outputs of MT19937 seeded with 5489, its authors' default seed. */
    @Test
    void drawsTheReferenceSequence() {
        final var random = new MersenneTwister(5489);
        assertEquals(3499211612L, random.nextBits() & 0xFFFFFFFFL);
        assertEquals(581869302L, random.nextBits() & 0xFFFFFFFFL);
        assertEquals(3890346734L, random.nextBits() & 0xFFFFFFFFL);
        for (int i = 3; i < 9999; i++) {
            random.nextBits();
        }
        // the 10,000th, which the C++ standard prescribes for std::mt19937
        assertEquals(4123659995L, random.nextBits() & 0xFFFFFFFFL);
    }

    @Test
    void equalsNumpyAndScikitLearn() throws IOException {
        final var golden = GoldenData.json("scelmo/golden.json").get("numpy_split");
        assertArrayEquals(ints(golden.get("perm_seed1_n10")), NumpySplit.permutation(10, 1));
        assertArrayEquals(ints(golden.get("perm_seed2023_n10")), NumpySplit.permutation(10, 2023));
        final var split = NumpySplit.of(23, 0.1, 1);
        assertArrayEquals(ints(golden.at("/tts_n23_test0_1_seed1/test")), split.test());
        assertArrayEquals(ints(golden.at("/tts_n23_test0_1_seed1/train")), split.train());
    }

    @Property(tries = 100)
    void eachCellIsInExactlyOnePart(@ForAll @IntRange(min = 2, max = 2000) final int cells,
        @ForAll @DoubleRange(min = 0.01, max = 0.5) final double fraction,
        @ForAll @LongRange(min = 0, max = 0xFFFFFFFFL) final long seed) {
        final var split = NumpySplit.of(cells, fraction, seed);
        assertEquals((int)Math.ceil(fraction * cells), split.test().length);
        final var all = IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test())).sorted().toArray();
        assertArrayEquals(IntStream.range(0, cells).toArray(), all);
    }

    @Test
    void refusesPartsWithoutCellsAndSeedsOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> NumpySplit.of(10, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> NumpySplit.of(1, 0.5, 1));
        assertThrows(IllegalArgumentException.class, () -> NumpySplit.of(10, 0.99, 1));
        assertThrows(IllegalArgumentException.class, () -> NumpySplit.of(10, 0.5, -1));
        assertThrows(IllegalArgumentException.class, () -> NumpySplit.of(10, 0.5, 1L << 32));
    }

    private static int[] ints(final JsonNode list) {
        return IntStream.range(0, list.size()).map(i -> list.get(i).intValue()).toArray();
    }
}
