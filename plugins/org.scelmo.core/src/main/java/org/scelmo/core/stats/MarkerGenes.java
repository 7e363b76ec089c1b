package org.scelmo.core.stats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.parallel.Workers;

/**
 * Finds the genes that differ between groups of cells, as scanpy 1.9.8's {@code rank_genes_groups}. Cells are read as
 * rows and turned into columns, as many genes at a time as fit a share of the memory; a matrix of any size takes one
 * pass to count, and one or more to test. The cost is that of sorting the values that are not zero. Results do not
 * depend on the number of threads, nor on the memory.
 */
public final class MarkerGenes {

    /** Genes that a thread tests at a time. */
    private static final int GENES = 256;
    private static final int RESULT_BYTES = 6 * Double.BYTES;
    private static final int FEWEST_ENTRIES = 1 << 20;
    private static final int MOST_ENTRIES = 1 << 27;

    private final ComparedGroups m_groups;
    private final MarkerTest m_test;
    private final int m_threads;
    private final int m_entries;

    MarkerGenes(final ComparedGroups groups, final MarkerTest test, final int threads, final int entries) {
        m_groups = groups;
        m_test = test;
        m_threads = threads;
        m_entries = entries;
    }

    /**
     * @param x log-normalized expression, cells × genes; read at least twice
     * @param groups which cells are compared with which; one entry per cell
     * @param test how
     * @param progress told often
     * @return a result for each group compared, in their order
     * @throws IOException if X cannot be read
     * @throws org.scelmo.core.matrix.NonFiniteValueException if it holds NaN or an infinity
     * @throws UnfitGroupsException if there are too many groups for the memory
     */
    public static List<GroupMarkers> find(final RowBlocks x, final ComparedGroups groups, final MarkerTest test,
        final Progress progress) throws IOException {
        final long memory = Runtime.getRuntime().maxMemory();
        final int entries = (int)Math.max(FEWEST_ENTRIES, Math.min(MOST_ENTRIES, memory / 8 / Long.BYTES));
        final long results = (long)RESULT_BYTES * groups.compared().length * x.columns();
        if (results > memory / 2) {
            throw UnfitGroupsException.tooMany(groups.compared().length, x.columns(), results);
        }
        return new MarkerGenes(groups, test, Runtime.getRuntime().availableProcessors(), entries).find(x, progress);
    }

    List<GroupMarkers> find(final RowBlocks x, final Progress progress) throws IOException {
        final var group = m_groups.groups().of();
        if (group.length != x.rows()) {
            throw new IllegalArgumentException("%d cells, but groups of %d.".formatted(x.rows(), group.length));
        }
        final var counts = GeneColumns.count(x, group, m_threads, progress.part(0, 0.2));
        final var ends = chunks(counts);
        final var results = results(x.columns());
        try (var workers = new Workers("marker genes", m_threads)) {
            int first = 0;
            for (int c = 0; c < ends.size(); c++) {
                final var part = progress.part(0.2 + 0.8 * c / ends.size(), 0.2 + 0.8 * (c + 1) / ends.size());
                final var columns =
                    GeneColumns.read(x, group, first, ends.get(c), counts, m_threads, part.part(0, 0.5));
                test(columns, first, ends.get(c), results, workers, part.part(0.5, 1));
                first = ends.get(c);
            }
        }
        for (final var result : results) {
            System.arraycopy(BenjaminiHochberg.adjust(result.pValues()), 0, result.adjusted(), 0, x.columns());
        }
        return List.of(results);
    }

    /** Where the genes end that are read together. */
    private List<Integer> chunks(final int[] counts) {
        final var ends = new ArrayList<Integer>();
        long entries = 0;
        for (int j = 0; j < counts.length; j++) {
            if (entries > 0 && entries + counts[j] > m_entries) {
                ends.add(j);
                entries = 0;
            }
            entries += counts[j];
        }
        if (counts.length > 0) {
            ends.add(counts.length);
        }
        return ends;
    }

    private GroupMarkers[] results(final int genes) {
        final var sizes = m_groups.groups().sizes();
        return Arrays.stream(m_groups.compared())
            .mapToObj(g -> new GroupMarkers(m_groups.groups().names().get(g), sizes[g], m_groups.others(g, sizes),
                new double[genes], new double[genes], new double[genes], new double[genes], new double[genes],
                new double[genes]))
            .toArray(GroupMarkers[]::new);
    }

    private void test(final GeneColumns columns, final int first, final int end, final GroupMarkers[] results,
        final Workers workers, final Progress progress) throws IOException {
        final List<Future<?>> pending = new ArrayList<>();
        for (int from = first; from < end; from += GENES) {
            final int begin = from;
            final int to = Math.min(end, from + GENES);
            pending.add(workers.submit(() -> {
                final var tests = new GeneTests(m_groups, m_test, results);
                for (int gene = begin; gene < to; gene++) {
                    workers.checkStopped();
                    tests.run(columns, gene);
                }
                return null;
            }));
        }
        for (int i = 0; i < pending.size(); i++) {
            Workers.await(pending.get(i), progress);
            final int done = Math.min(end, first + (i + 1) * GENES);
            progress.update((double)(done - first) / (end - first),
                () -> String.format(Locale.ROOT, "Testing gene %,d of %,d", done, results[0].scores().length));
        }
    }
}
