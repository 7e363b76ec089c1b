package org.scelmo.core.preprocess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class CostlyFunctionTest {

    @Property
    void everyResultIsThatOfTheFunction(@ForAll @Size(max = 300) final float[] numbers) {
        final var expm1 = new CostlyFunction(Math::expm1);
        for (int round = 0; round < 2; round++) {
            for (final var number : numbers) {
                assertEquals((float)Math.expm1(number), expm1.of(number));
                assertEquals(0f, expm1.of(0));
            }
        }
    }

    @Test
    void zeroIsRightWhateverTheFunction() {
        final var cos = new CostlyFunction(Math::cos);
        assertEquals(1f, cos.of(0));
        assertEquals(1f, cos.of(-0f));
        assertEquals(1f, cos.of(0));
    }

    @Test
    void whatCameBeforeIsNotComputedAgain() {
        final int[] calls = {0};
        final var counted = new CostlyFunction(x -> calls[0]++);
        for (int i = 0; i < 1000; i++) {
            counted.of(0.5f + i % 3);
        }
        assertTrue(calls[0] < 10, calls[0] + " calls");
    }
}
