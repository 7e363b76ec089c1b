package org.scelmo.core.preprocess;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.parallel.Workers;

/**
 * One pass over a matrix by several threads, block by block: first the rows of a block are shared out, then its
 * columns. A column is summed by one thread at a time, in the order of the rows, so that the result is the same to the
 * last bit with any number of threads. The next block is read meanwhile; two blocks are in memory.
 */
public final class BlockPass {

    private static final int BLOCK = 1024;
    /** Parts per thread: one that is late is made up for by the others. */
    private static final int PARTS = 2;

    private final String m_what;
    private final int m_threads;

    /**
     * @param what is computed, for messages
     * @param threads how many, at least 1
     */
    public BlockPass(final String what, final int threads) {
        m_what = what;
        m_threads = threads;
    }

    /** As many threads as there are processors. */
    static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Begins the work on a block. */
    @FunctionalInterface
    public interface Starter {

        /**
         * @param firstRow of the whole matrix at which the block begins
         * @param block to work on
         * @return the work
         */
        Work start(long firstRow, CsrMatrix block);
    }

    /** What is done with a block. */
    public interface Work {

        /** Deals with rows {@code from} to {@code to} − 1 of the block. */
        void rows(int from, int to);

        /** Deals with columns {@code from} to {@code to} − 1, after all rows. */
        void columns(int from, int to);
    }

    /** What is done with numbers {@code from} to {@code to} − 1. */
    @FunctionalInterface
    interface Part {
        void run(int from, int to);
    }

    /**
     * @param x read once
     * @param starter begins the work on each block, in order
     * @param progress told after each block
     * @throws IOException if X cannot be read; what the work throws comes through
     */
    public void run(final RowBlocks x, final Starter starter, final Progress progress) throws IOException {
        try (var cursor = x.open(); var workers = new Workers("preprocessing", m_threads)) {
            long row = 0;
            Future<CsrMatrix> next = workers.submit(() -> cursor.next(BLOCK));
            for (var block = Workers.await(next, progress); block != null; block = Workers.await(next, progress)) {
                next = workers.submit(() -> cursor.next(BLOCK));
                final var work = starter.start(row, block);
                share(block.rows(), m_threads, work::rows, workers, progress);
                share(block.columns(), m_threads, work::columns, workers, progress);
                row += block.rows();
                final long done = row;
                progress.update((double)row / x.rows(),
                    () -> String.format(Locale.ROOT, "%s: cell %,d of %,d", m_what, done, x.rows()));
            }
        }
    }

    /**
     * Shares out numbers 0 to {@code count} − 1 among the workers, in few ranges, and waits until all are dealt with.
     */
    static void share(final int count, final int threads, final Part part, final Workers workers,
        final Progress progress) throws IOException {
        final int parts = Math.min(count, threads == 1 ? 1 : PARTS * threads);
        final List<Future<?>> pending = new ArrayList<>();
        for (int p = 0; p < parts; p++) {
            final int from = (int)((long)count * p / parts);
            final int to = (int)((long)count * (p + 1) / parts);
            pending.add(workers.submit(() -> {
                part.run(from, to);
                return null;
            }));
        }
        for (final var task : pending) {
            Workers.await(task, progress);
        }
    }

    /** @return the first entry of the row whose column is not below the one given */
    public static int entry(final CsrMatrix block, final int row, final int column) {
        int low = block.begin(row);
        int high = block.end(row);
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (block.indices()[middle] < column) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
