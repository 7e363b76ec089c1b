package org.scelmo.core.io.h5ad;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.scelmo.core.io.hdf5.RangeReader.Piece;

/** Reads pieces on all processors, the calling thread among them. */
final class Together {

    private final List<Piece> m_pieces;
    private final AtomicInteger m_next = new AtomicInteger();
    private final AtomicReferenceArray<Throwable> m_failures;

    private Together(final List<Piece> pieces) {
        m_pieces = pieces;
        m_failures = new AtomicReferenceArray<>(pieces.size());
    }

    /**
     * All are done when this returns; if one fails, those not yet begun are left out. Thrown is what the first in the
     * list that fails throws, on however many processors.
     */
    static void read(final List<Piece> pieces) throws IOException {
        final var together = new Together(pieces);
        final int helpers = Math.min(pieces.size(), Runtime.getRuntime().availableProcessors()) - 1;
        final var tasks = new ArrayDeque<ForkJoinTask<?>>();
        for (int i = 0; i < helpers; i++) {
            tasks.push(ForkJoinPool.commonPool().submit(together::work));
        }
        together.work();
        // the last one submitted first: where the pool is busy, this thread can take it back
        tasks.forEach(ForkJoinTask::quietlyJoin);
        together.rethrow();
    }

    private void work() {
        for (int i = m_next.getAndIncrement(); i < m_pieces.size(); i = m_next.getAndIncrement()) {
            try {
                m_pieces.get(i).read();
            } catch (Throwable e) { // NOSONAR thrown again by the calling thread
                m_failures.set(i, e);
                m_next.set(m_pieces.size());
            }
        }
    }

    private void rethrow() throws IOException {
        for (int i = 0; i < m_pieces.size(); i++) {
            final var failure = m_failures.get(i);
            if (failure instanceof IOException io) {
                throw io;
            }
            if (failure instanceof RuntimeException runtime) {
                throw runtime;
            }
            if (failure instanceof Error error) {
                throw error;
            }
        }
    }
}
