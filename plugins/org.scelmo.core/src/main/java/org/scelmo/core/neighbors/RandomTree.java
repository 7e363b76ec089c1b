package org.scelmo.core.neighbors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Divides rows into leaves of near rows: two rows drawn at random part the others by which of them is nearer, and so on
 * until few are left. Near rows end up in different leaves where a border runs between them, but each tree has others.
 */
final class RandomTree {

    /** A side with a smaller share than this is no division: so many rows are alike that the two drawn do not tell. */
    private static final int SMALLEST_SHARE = 16;

    private final float[][] m_rows;
    private final int m_dimensions;
    private final Metric m_metric;
    private final int m_largest;
    private final Runnable m_check;
    private final List<int[]> m_leaves = new ArrayList<>();

    private RandomTree(final float[][] rows, final int dimensions, final Metric metric, final int largest,
        final Runnable check) {
        m_rows = rows;
        m_dimensions = dimensions;
        m_metric = metric;
        m_largest = largest;
        m_check = check;
    }

    /**
     * @param largest number of rows in a leaf
     * @param check called every few milliseconds; what it throws ends the work
     * @return rows of each leaf, ascending; at least a sixteenth of {@code largest} unless there are fewer rows
     */
    static List<int[]> leaves(final float[][] rows, final int dimensions, final Metric metric, final int largest,
        final SplittableRandom random, final Runnable check) {
        final var tree = new RandomTree(rows, dimensions, metric, largest, check);
        final var all = new int[rows.length];
        Arrays.setAll(all, i -> i);
        tree.divide(all, random);
        return tree.m_leaves;
    }

    private void divide(final int[] rows, final SplittableRandom random) {
        if (rows.length <= m_largest) {
            m_leaves.add(rows);
            return;
        }
        final var first = m_rows[rows[random.nextInt(rows.length)]];
        final var second = m_rows[rows[random.nextInt(rows.length)]];
        final var isFirst = new boolean[rows.length];
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            if (i % 1024 == 0) {
                m_check.run();
            }
            final var row = m_rows[rows[i]];
            isFirst[i] = m_metric.distance(row, first, m_dimensions) < m_metric.distance(row, second, m_dimensions);
            count += isFirst[i] ? 1 : 0;
        }
        if (Math.min(count, rows.length - count) < rows.length / SMALLEST_SHARE) {
            Arrays.fill(isFirst, 0, rows.length / 2, true);
            Arrays.fill(isFirst, rows.length / 2, rows.length, false);
            count = rows.length / 2;
        }
        divide(side(rows, isFirst, true, count), random);
        divide(side(rows, isFirst, false, rows.length - count), random);
    }

    private static int[] side(final int[] rows, final boolean[] isFirst, final boolean wanted, final int count) {
        final var side = new int[count];
        int n = 0;
        for (int i = 0; i < rows.length; i++) {
            if (isFirst[i] == wanted) {
                side[n++] = rows[i];
            }
        }
        return side;
    }
}
