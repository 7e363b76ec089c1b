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
import org.scelmo.core.neighbors.Metric;
import org.scelmo.core.parallel.Workers;

/**
 * The sum of distances from each cell to all cells of each group: what a silhouette is made of. All pairs are looked at,
 * in blocks: O(cells² · dimensions) time, O(cells · dimensions) memory, no cells × cells matrix.
 *
 * <p>Squares of differences are summed in float32, where they lose no digits to cancellation; distances are added up in
 * float64, in an order that does not depend on the number of threads. The cosine distance is half the squared Euclidean
 * distance of the rows brought to length 1.
 */
final class GroupDistances {

    /** Cells whose coordinates lie beside each other, one dimension after the other. */
    private static final int PANEL = 256;
    private static final int QUERIES = 64;

    private final float[][] m_panels;
    private final int[] m_order;
    private final int[] m_group;
    private final int[] m_sizes;
    private final int m_dimensions;
    private final Metric m_metric;

    private GroupDistances(final float[][] panels, final int[] order, final Groups groups, final int dimensions,
        final Metric metric) {
        m_panels = panels;
        m_order = order;
        m_group = Arrays.stream(order).map(c -> groups.of()[c]).toArray();
        m_sizes = groups.sizes();
        m_dimensions = dimensions;
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
        new GroupDistances(panels(points, order, metric), order, groups, points.columns(), metric).run(threads, receiver,
            progress);
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

    private static float[][] panels(final DenseMatrix points, final int[] order, final Metric metric) throws IOException {
        final int dimensions = points.columns();
        final var panels = new float[(order.length + PANEL - 1) / PANEL][dimensions * PANEL];
        final var row = new float[1][dimensions];
        for (int i = 0; i < order.length; i++) {
            points.read(order[i], row);
            final double scale = metric == Metric.COSINE ? 1 / length(row[0]) : 1;
            final var panel = panels[i / PANEL];
            for (int k = 0; k < dimensions; k++) {
                panel[k * PANEL + i % PANEL] = (float)(row[0][k] * scale);
            }
        }
        return panels;
    }

    private static double length(final float[] row) {
        double sum = 0;
        for (final var x : row) {
            sum += (double)x * x;
        }
        return sum == 0 ? 1 : Math.sqrt(sum);
    }

    private void run(final int threads, final Receiver receiver, final Progress progress) throws IOException {
        final var done = new AtomicInteger();
        final Runnable show = () -> progress.update((double)done.get() / m_order.length,
            () -> "Compared %,d of %,d cells".formatted(done.get(), m_order.length));
        try (var workers = new Workers("silhouette", threads)) {
            final List<Future<Void>> tasks = new ArrayList<>();
            for (int first = 0; first < m_order.length; first += QUERIES) {
                final int from = first;
                final int to = Math.min(m_order.length, first + QUERIES);
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
        final var query = new float[m_dimensions];
        final var squares = new float[PANEL];
        for (int p = 0; p < m_panels.length; p++) {
            workers.checkStopped();
            final int width = Math.min(PANEL, m_order.length - p * PANEL);
            for (int i = from; i < to; i++) {
                take(i, query);
                squares(query, m_panels[p], squares);
                addUp(squares, p * PANEL, width, sums[i - from]);
            }
        }
        for (int i = from; i < to; i++) {
            receiver.accept(m_order[i], m_group[i], sums[i - from], m_sizes);
        }
    }

    private void take(final int i, final float[] query) {
        final var panel = m_panels[i / PANEL];
        for (int k = 0; k < query.length; k++) {
            query[k] = panel[k * PANEL + i % PANEL];
        }
    }

    /** Four dimensions at a time, so that the running sums are read and written less often. */
    private static void squares(final float[] query, final float[] panel, final float[] squares) {
        Arrays.fill(squares, 0);
        int k = 0;
        for (; k + 4 <= query.length; k += 4) {
            add(query[k], query[k + 1], query[k + 2], query[k + 3], panel, k * PANEL, squares);
        }
        for (; k < query.length; k++) {
            final float q = query[k];
            final int at = k * PANEL;
            for (int j = 0; j < PANEL; j++) {
                final float d = panel[at + j] - q;
                squares[j] += d * d;
            }
        }
    }

    private static void add(final float q0, final float q1, final float q2, final float q3, final float[] panel,
        final int at, final float[] squares) {
        for (int j = 0; j < PANEL; j++) {
            final float a = panel[at + j] - q0;
            final float b = panel[at + PANEL + j] - q1;
            final float c = panel[at + 2 * PANEL + j] - q2;
            final float d = panel[at + 3 * PANEL + j] - q3;
            squares[j] += (a * a + b * b) + (c * c + d * d);
        }
    }

    /** Groups are runs of the panel, so that each is added up in one loop. */
    private void addUp(final float[] squares, final int first, final int width, final double[] sums) {
        if (m_metric == Metric.EUCLIDEAN) {
            for (int j = 0; j < PANEL; j++) {
                squares[j] = (float)Math.sqrt(squares[j]);
            }
        }
        final double scale = m_metric == Metric.EUCLIDEAN ? 1 : 0.5;
        for (int j = 0; j < width;) {
            final int group = m_group[first + j];
            double sum = 0;
            for (; j < width && m_group[first + j] == group; j++) {
                sum += squares[j];
            }
            sums[group] += scale * sum;
        }
    }
}
