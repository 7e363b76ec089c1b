package org.scelmo.core.annotate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.anndata.StringColumn;

/** Expected parts are those of scikit-learn 1.2.1's train_test_split. */
class StratifiedSplitTest {

    private static Groups groups(final int cells, final int modulus) {
        return Groups.of(new StringColumn(IntStream.range(0, cells)
            .mapToObj(i -> String.valueOf((char)('a' + (i * i + i / 3) % modulus))).toArray(String[]::new)));
    }

    private static int[] sorted(final int[] cells) {
        Arrays.sort(cells);
        return cells;
    }

    private static void check(final int cells, final double fraction, final int seed, final int modulus,
        final int... test) {
        final var split = StratifiedSplit.of(groups(cells, modulus), fraction, seed);
        assertArrayEquals(test, sorted(split.test()));
        final var all = IntStream.concat(IntStream.of(split.train()), IntStream.of(split.test())).toArray();
        assertArrayEquals(IntStream.range(0, cells).toArray(), sorted(all));
    }

    @Test
    void partsAreThoseOfScikitLearn() {
        check(30, 0.8, 2023, 3, 1, 5, 12, 18, 22, 25);
        check(47, 0.65, 5, 4, 0, 4, 5, 6, 10, 11, 15, 18, 21, 25, 28, 29, 31, 32, 36, 38, 43);
        check(12, 0.5, 0, 2, 0, 4, 5, 6, 7, 8);
        check(101, 0.9, 7, 5, 15, 17, 18, 20, 28, 46, 56, 64, 68, 88, 96);
    }

    @Test
    void withoutGroupsTrainSizeCounts() {
        assertArrayEquals(new int[]{2, 8}, sorted(NumpySplit.ofTrain(10, 0.8, 2023).test()));
        assertArrayEquals(new int[]{3, 10, 13, 16, 17, 19, 20}, sorted(NumpySplit.ofTrain(23, 0.7, 1).test()));
    }

    @Test
    void cellsWithoutGroupAreOneOfTheirOwn() {
        final var labels = new String[20];
        Arrays.fill(labels, 0, 10, "a");
        final var split = StratifiedSplit.of(Groups.of(new StringColumn(labels)), 0.5, 1);
        assertEquals(5, IntStream.of(split.train()).filter(i -> i < 10).count());
        assertEquals(5, IntStream.of(split.train()).filter(i -> i >= 10).count());
    }

    @Test
    void groupsThatCannotBeInBothPartsAreNamed() {
        final var lonely = Groups.of(new StringColumn(new String[]{"a", "a", "b", "a"}));
        final var e = assertThrows(IllegalArgumentException.class, () -> StratifiedSplit.of(lonely, 0.5, 1));
        assertTrue(e.getMessage().contains("'b'"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> StratifiedSplit.of(groups(30, 3), 0.95, 1));
        assertThrows(IllegalArgumentException.class, () -> StratifiedSplit.of(groups(30, 3), 1, 1));
    }
}
