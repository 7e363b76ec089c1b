package org.scelmo.core.metrics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.SquaredDistances;
import org.scelmo.core.neighbors.Metric;
import org.scelmo.core.parallel.Workers;

/**
 * The sum of distances from each cell to all cells of each group: what a silhouette is made of. All pairs are looked
 * at, in blocks: O(cells² · dimensions) time, O(cells · dimensions) memory, no cells × cells matrix.
 *
 * <p>Squares of differences are summed in float32, where they lose no digits to cancellation; distances are added up in
 * float64, in an order that does not depend on the number of threads. The cosine distance is half the squared Euclidean
 * distance of the rows brought to length 1.
 */
final class GroupDistances {

    private final SquaredDistances m_squares;
    private final int[] m_order;
    private final int[] m_group;
    /** One past the last cell of each group, in the order of the groups. */
    private final int[] m_ends;
    private final int[] m_sizes;
    private final Metric m_metric;

    private GroupDistances(final SquaredDistances squares, final int[] order, final Groups groups,
        final Metric metric) {
        m_squares = squares;
        m_order = order;
        m_group = Arrays.stream(order).map(c -> groups.of()[c]).toArray();
        m_sizes = groups.sizes();
        m_ends = m_sizes.clone();
        Arrays.parallelPrefix(m_ends, Integer::sum);
        m_metric = metric;
    }

    /** Told the sums of one cell; calls come from several threads, one for each cell that has a group. */
    interface Receiver {

        /**
         * @param cell position of the cell
         * @param group its group
         * @param sums of its distances to the cells of each group; only valid during the call
         * @param sizes number of cells of each group; not to be changed
         */
        void accept(int cell, int group, double[] sums, int[] sizes);
    }

    /**
     * @param points cells × dimensions, finite
     * @param groups cells without a group take no part
     * @throws IOException if the points cannot be read
     */
    static void compute(final DenseMatrix points, final Metric metric, final Groups groups, final int threads,
        final Receiver receiver, final Progress progress) throws IOException {
        final var order = order(groups);
        new GroupDistances(SquaredDistances.of(points, order, metric == Metric.COSINE), order, groups, metric)
            .run(threads, receiver, progress);
    }

    /** Cells by group, so that each group is one run of the panels. */
    private static int[] order(final Groups groups) {
        final var order = new int[(int)Arrays.stream(groups.of()).filter(g -> g >= 0).count()];
        int n = 0;
        final var next = groups.sizes();
        for (int g = 0; g < next.length; g++) {
            final int size = next[g];
            next[g] = n;
            n += size;
        }
        for (int i = 0; i < groups.cells(); i++) {
            final int g = groups.of()[i];
            if (g >= 0) {
                order[next[g]++] = i;
            }
        }
        return order;
    }

    private void run(final int threads, final Receiver receiver, final Progress progress) throws IOException {
        final var done = new AtomicInteger();
        final Runnable show = () -> progress.update((double)done.get() / m_order.length,
            () -> "Compared %,d of %,d cells".formatted(done.get(), m_order.length));
        try (var workers = new Workers("silhouette", threads)) {
            final List<Future<Void>> tasks = new ArrayList<>();
            for (int first = 0; first < m_order.length; first += SquaredDistances.QUERIES) {
                final int from = first;
                final int to = Math.min(m_order.length, first + SquaredDistances.QUERIES);
                tasks.add(workers.submit(() -> {
                    block(from, to, receiver, workers);
                    done.addAndGet(to - from);
                    return null;
                }));
            }
            for (final var task : tasks) {
                Workers.await(task, progress, show);
            }
        }
    }

    private void block(final int from, final int to, final Receiver receiver, final Workers workers) {
        final var sums = new double[to - from][m_sizes.length];
        m_squares.of(from, to, (first, width, squares) -> {
            workers.checkStopped();
            for (int i = 0; i < sums.length; i++) {
                addUp(squares[i], first, width, sums[i]);
            }
        });
        for (int i = from; i < to; i++) {
            receiver.accept(m_order[i], m_group[i], sums[i - from], m_sizes);
        }
    }

    /** Groups are runs of the panel, so that each is added up in one loop. */
    private void addUp(final float[] squares, final int first, final int width, final double[] sums) {
        if (m_metric == Metric.EUCLIDEAN) {
            roots(squares);
        }
        final double scale = m_metric == Metric.EUCLIDEAN ? 1 : 0.5;
        for (int j = 0; j < width;) {
            final int group = m_group[first + j];
            final int end = Math.min(width, m_ends[group] - first);
            sums[group] += scale * sum(squares, j, end);
            j = end;
        }
    }

    private static void roots(final float[] squares) {
        for (int j = 0; j < squares.length; j++) {
            squares[j] = (float)Math.sqrt(squares[j]);
        }
    }

    /** Four sums side by side: the processor need not wait for one addition before it begins the next. */
    private static double sum(final float[] a, final int from, final int to) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int j = from;
        for (; j + 3 < to; j += 4) {
            sum0 += a[j];
            sum1 += a[j + 1];
            sum2 += a[j + 2];
            sum3 += a[j + 3];
        }
        for (; j < to; j++) {
            sum0 += a[j];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }
}
