package org.scelmo.adaptor.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CrossEntropyTest {

    private static final int[] LABELS = {0, 1, 1, 1};

    private static double[][] logits() {
        return new double[][]{{0.5, -1}, {2, 0.25}, {-3, 1}, {0, 0}};
    }

    @Test
    void valueIsTheMeanOfMinusTheLogarithms() {
        final double expected = (Math.log1p(Math.exp(-1.5)) + Math.log1p(Math.exp(1.75)) + Math.log1p(Math.exp(-4))
            + Math.log(2)) / 4;
        assertEquals(expected, CrossEntropy.unweighted(2).evaluate(logits(), LABELS), 1e-14);
    }

    @Test
    void balancedClassesWeighTheSameAltogether() {
        final var balanced = CrossEntropy.balanced(LABELS, 2);
        assertArrayEquals(new double[]{2, 2.0 / 3}, balanced.weights(), 1e-15);
        final double first = Math.log1p(Math.exp(-1.5));
        final double others = (Math.log1p(Math.exp(1.75)) + Math.log1p(Math.exp(-4)) + Math.log(2)) / 3;
        assertEquals((first + others) / 2, balanced.evaluate(logits(), LABELS), 1e-14);
    }

    @Test
    void gradientIsTheSlope() {
        final var loss = CrossEntropy.balanced(LABELS, 2);
        final var gradient = logits();
        loss.evaluate(gradient, LABELS);
        for (int i = 0; i < 4; i++) {
            for (int c = 0; c < 2; c++) {
                final var above = logits();
                final var below = logits();
                above[i][c] += 1e-6;
                below[i][c] -= 1e-6;
                assertEquals((loss.evaluate(above, LABELS) - loss.evaluate(below, LABELS)) / 2e-6, gradient[i][c], 1e-9);
            }
        }
    }

    @Test
    void hugeLogitsDoNotOverflow() {
        final var logits = new double[][]{{1e6, -1e6}};
        assertEquals(2e6, CrossEntropy.unweighted(2).evaluate(logits, new int[]{1}), 1e-6);
        assertArrayEquals(new double[]{1, -1}, logits[0], 1e-12);
    }
}
