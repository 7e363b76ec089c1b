package org.scelmo.adaptor.parallel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

import org.scelmo.core.parallel.Workers;

/**
 * The calling thread and its helpers, which share the parts of short work: who is free takes the next one, so nobody
 * waits for a helper that the system has not woken yet. The parts are the caller's choice and must not depend on the
 * number of threads; then the results do not either.
 */
public final class Team implements AutoCloseable {

    /** The calling thread alone, never to be stopped; need not be closed. */
    public static final Team ALONE = new Team(1, () -> { });

    /** Work on a stretch of items. */
    @FunctionalInterface
    public interface Stretch {

        /**
         * @param from first item
         * @param to behind the last one
         */
        void accept(int from, int to);
    }

    private final int m_helpers;
    private final Runnable m_check;
    private final Workers m_workers;

    /**
     * @param threads the calling one included, at least 1
     * @param check called by the calling thread before each part it does; what it throws ends the work
     */
    public Team(final int threads, final Runnable check) {
        m_helpers = threads - 1;
        m_check = check;
        m_workers = m_helpers == 0 ? null : new Workers("adaptor", m_helpers);
    }

    /**
     * Does all parts and returns when they are done. For one caller at a time.
     *
     * @param parts how many
     * @param work is given numbers from 0 to {@code parts - 1}, each once, from any thread; if it throws, or the check
     *            does, the parts not begun yet are left out and the first exception is thrown here
     */
    public void run(final int parts, final IntConsumer work) {
        if (m_helpers == 0 || parts == 1) {
            for (int part = 0; part < parts; part++) {
                m_check.run();
                work.accept(part);
            }
            return;
        }
        final var shared = new SharedWork(parts, work);
        for (int i = 0; i < Math.min(m_helpers, parts - 1); i++) {
            m_workers.submit(() -> shared.help(() -> { }));
        }
        shared.help(m_check);
        shared.await();
    }

    /**
     * As {@link #run}, with stretches as parts.
     *
     * @param items how many to split
     * @param length of a stretch; the last one may be shorter
     * @param work is given each stretch
     */
    public void runStretches(final int items, final int length, final Stretch work) {
        run((items + length - 1) / length, part -> work.accept(part * length, Math.min(items, (part + 1) * length)));
    }

    /** Asks whether to go on, where the calling thread works by itself. */
    public void check() {
        m_check.run();
    }

    /** Ends the helpers. */
    @Override
    public void close() {
        if (m_workers != null) {
            m_workers.close();
        }
    }

    private static final class SharedWork {

        private final int m_parts;
        private final IntConsumer m_work;
        private final AtomicInteger m_next = new AtomicInteger();
        private final CountDownLatch m_open;
        private final AtomicReference<Throwable> m_failure = new AtomicReference<>();

        SharedWork(final int parts, final IntConsumer work) {
            m_parts = parts;
            m_work = work;
            m_open = new CountDownLatch(parts);
        }

        Void help(final Runnable check) {
            for (int part = m_next.getAndIncrement(); part < m_parts; part = m_next.getAndIncrement()) {
                try {
                    if (m_failure.get() == null) {
                        check.run();
                        m_work.accept(part);
                    }
                } catch (final RuntimeException | Error e) { // NOSONAR thrown again by await
                    m_failure.compareAndSet(null, e);
                } finally {
                    m_open.countDown();
                }
            }
            return null;
        }

        /** Not to be interrupted: parts still at work write to the caller's arrays. They take milliseconds. */
        void await() {
            boolean interrupted = false;
            while (m_open.getCount() > 0) {
                try {
                    m_open.await();
                } catch (final InterruptedException e) { // NOSONAR set again below
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            if (m_failure.get() instanceof Error error) {
                throw error;
            }
            if (m_failure.get() instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
