package org.scelmo.core.preprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Among others against skmisc 0.1.4, which agrees to the last digits but two. */
class LoessTest {

    private static final double TOLERANCE = 1e-12;

    /** Sparse and dense data, a wide span, and many points with the same x. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void drawsTheCurveThatSkmiscDraws(final int which) throws IOException {
        final var reference = SkmiscData.read().get("loess").get(which);
        final var curve = Loess.of(SkmiscData.numbers(reference.get("x")), SkmiscData.numbers(reference.get("y")),
            reference.get("span").asDouble());
        assertArrayEquals(SkmiscData.numbers(reference.get("fitted")), curve.fitted(), TOLERANCE);
        assertEquals(0, curve.singularVertices());
    }

    @Test
    void keepsAParabola() {
        final double[] x = IntStream.range(0, 200).mapToDouble(i -> Math.sin(i) * 3).toArray();
        final double[] y = Arrays.stream(x).map(v -> 2 - v + 0.5 * v * v).toArray();
        assertArrayEquals(y, Loess.of(x, y, 0.5).fitted(), 1e-9);
    }

    @Test
    void doesNotDependOnTheOrder() {
        final double[] x = IntStream.range(0, 100).mapToDouble(i -> i * 37 % 100 / 10.0).toArray();
        final double[] y = Arrays.stream(x).map(Math::cos).toArray();
        final double[] sorted = Arrays.stream(x).sorted().toArray();
        final double[] fitted = Loess.of(sorted, Arrays.stream(sorted).map(Math::cos).toArray(), 0.3).fitted();
        final double[] shuffled = Loess.of(x, y, 0.3).fitted();
        for (int i = 0; i < x.length; i++) {
            assertEquals(fitted[Arrays.binarySearch(sorted, x[i])], shuffled[i], 0);
        }
    }

    @Test
    void saysWhereAQuadraticIsNotDetermined() {
        final double[] x = IntStream.range(0, 60).mapToDouble(i -> i / 20).toArray(); // 0, 1 and 2
        final var curve = Loess.of(x, x, 0.9);
        assertTrue(curve.singularVertices() > 0);
        assertArrayEquals(x, curve.fitted(), 0.3);
    }

    @Test
    void refusesTooFewPointsAndTooManyEqualOnes() {
        final var few = assertThrows(UnfitExpressionException.class,
            () -> Loess.of(new double[]{1, 2, 3}, new double[]{1, 2, 3}, 0.3));
        assertEquals("The trend of the variance is drawn through 3 varying genes; at least 14 are needed.",
            few.getMessage());
        final var equal = assertThrows(UnfitExpressionException.class,
            () -> Loess.of(new double[50], new double[50], 0.3));
        assertTrue(equal.getMessage().startsWith("15 genes have the same mean"), equal.getMessage());
    }
}
