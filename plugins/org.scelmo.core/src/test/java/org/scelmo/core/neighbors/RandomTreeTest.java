package org.scelmo.core.neighbors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RandomTreeTest {

    private static final int LARGEST = 64;

    private static float[][] rows(final int count) {
        final var random = new SplittableRandom(2);
        final var rows = new float[count][5];
        for (final var row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] = (float)(random.nextDouble() - 0.5);
            }
        }
        return rows;
    }

    private static List<int[]> leaves(final float[][] rows, final Metric metric, final long seed) {
        return RandomTree.leaves(rows, 5, metric, LARGEST, new SplittableRandom(seed), () -> { });
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void eachRowIsInOneLeafAndNoLeafIsTooLargeOrTooSmall(final Metric metric) {
        check(leaves(rows(3000), metric, 1), 3000);
    }

    private static void check(final List<int[]> leaves, final int count) {
        assertArrayEquals(IntStream.range(0, count).toArray(),
            leaves.stream().flatMapToInt(Arrays::stream).sorted().toArray());
        for (final var leaf : leaves) {
            assertTrue(leaf.length <= LARGEST && leaf.length >= LARGEST / 16, leaf.length + " rows");
            assertArrayEquals(Arrays.stream(leaf).sorted().toArray(), leaf);
        }
    }

    @Test
    void equalRowsAreDividedToo() {
        check(leaves(new float[1000][5], Metric.EUCLIDEAN, 1), 1000);
        final var rows = rows(1000);
        Arrays.fill(rows, 10, 1000, new float[]{9, 9, 9, 9, 9});
        check(leaves(rows, Metric.COSINE, 1), 1000);
    }

    @Test
    void leavesAreNearAndTheSeedDecides() {
        final var rows = rows(3000);
        final var leaves = leaves(rows, Metric.EUCLIDEAN, 1);
        double within = 0;
        double apart = 0;
        for (final var leaf : leaves) {
            within += Metric.EUCLIDEAN.distance(rows[leaf[0]], rows[leaf[1]], 5) / leaves.size();
            apart += Metric.EUCLIDEAN.distance(rows[leaf[0]], rows[leaves.get(0)[2]], 5) / leaves.size();
        }
        assertTrue(within < 0.75 * apart, within + " within, " + apart + " apart");
        assertEquals(Arrays.deepToString(leaves.toArray()),
            Arrays.deepToString(leaves(rows, Metric.EUCLIDEAN, 1).toArray()));
        assertNotEquals(Arrays.deepToString(leaves.toArray()),
            Arrays.deepToString(leaves(rows, Metric.EUCLIDEAN, 2).toArray()));
    }

    @Test
    void stopsWhenNobodyWaits() {
        assertThrows(CancellationException.class, () -> RandomTree.leaves(rows(100), 5, Metric.EUCLIDEAN, LARGEST,
            new SplittableRandom(1), () -> {
                throw new CancellationException();
            }));
    }
}
