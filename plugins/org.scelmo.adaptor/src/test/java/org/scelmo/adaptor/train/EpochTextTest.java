package org.scelmo.adaptor.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class EpochTextTest {

    private static EpochRecord trained(final int epoch, final double loss) {
        return new EpochRecord(epoch, loss, 0, loss, Double.NaN, Double.NaN, false);
    }

    @Test
    void lossesAreDrawnFromTheirLowestToTheirHighest() {
        assertEquals("Epoch 3 of 30: loss 1.000 █▅▁",
            EpochText.of(List.of(trained(1, 8), trained(2, 5), trained(3, 1)), 30));
    }

    @Test
    void validationsAreThoseOfTheLastEpochThatHadOne() {
        final var curve = List.of(new EpochRecord(1, 1, 0, 1, 20, 0.25, true), trained(2, 1),
            new EpochRecord(3, 1, 0, 1, 10, 0.5, true), trained(4, 1));
        assertEquals("Epoch 4 of 9: loss 1.000 ▁▁▁▁; validation after epoch 3: loss 10.00 █▁, accuracy 0.500 ▁█",
            EpochText.of(curve, 9));
    }

    @Test
    void onlyTheLastTwentyAreDrawn() {
        final var curve = IntStream.rangeClosed(1, 50).mapToObj(i -> trained(i, i == 1 ? 1e6 : i)).toList();
        final var text = EpochText.of(curve, 50);
        assertTrue(text.endsWith("loss 50.00 ▁▁▂▂▂▃▃▄▄▄▅▅▅▆▆▇▇▇██"), text);
    }
}
