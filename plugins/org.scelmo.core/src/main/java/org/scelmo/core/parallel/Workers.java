package org.scelmo.core.parallel;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.scelmo.core.CanceledException;
import org.scelmo.core.Progress;

/**
 * The threads of one call: named daemons, created for it and gone with it. The calling thread submits tasks, waits with
 * {@link #await} (which asks for cancellation) and closes. Tasks call {@link #checkStopped} every few milliseconds;
 * they are not interrupted, since that would close the file a task happens to read, for everybody.
 */
public final class Workers implements AutoCloseable {

    private static final long POLL_MILLIS = 20;

    private final ExecutorService m_executor;
    private volatile boolean m_stopped;

    /**
     * @param name what the threads do, for their names
     * @param threads how many, at least 1
     */
    public Workers(final String name, final int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread is needed, not " + threads + ".");
        }
        final var number = new AtomicInteger();
        m_executor = Executors.newFixedThreadPool(threads, task -> {
            final var thread = new Thread(task, "scELMo " + name + " " + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * @param task begins as soon as a thread is free
     * @return its result, to be had by {@link #await}
     */
    public <T> Future<T> submit(final Callable<T> task) {
        return m_executor.submit(() -> {
            checkStopped();
            return task.call();
        });
    }

    /**
     * Waits for a task, asking for cancellation meanwhile.
     *
     * @return the task's result
     * @throws IOException if the task threw one; runtime exceptions and errors of the task come through as well
     * @throws CanceledException if the user canceled, or this thread was interrupted
     */
    public static <T> T await(final Future<T> task, final Progress progress) throws IOException {
        return await(task, progress, () -> { });
    }

    /** As {@link #await(Future, Progress)}, and runs {@code meanwhile} (to report progress) at every look. */
    public static <T> T await(final Future<T> task, final Progress progress, final Runnable meanwhile)
        throws IOException {
        while (true) {
            progress.checkCanceled();
            try {
                return task.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) { // NOSONAR not yet done: look again
                meanwhile.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw canceledBy(e);
            } catch (ExecutionException e) {
                throw unwrap(e);
            }
        }
    }

    /**
     * For tasks to call.
     *
     * @throws CancellationException if nobody waits for them any more
     */
    public void checkStopped() {
        if (m_stopped) {
            throw new CancellationException();
        }
    }

    /** Stops what still runs and waits until it has ended, so that no task reads from a file that is closed next. */
    @Override
    public void close() {
        m_stopped = true;
        m_executor.shutdown();
        boolean interrupted = false;
        while (true) {
            try {
                if (m_executor.awaitTermination(1, TimeUnit.SECONDS)) {
                    break;
                }
            } catch (InterruptedException e) { // NOSONAR remembered, set again below
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static CanceledException canceledBy(final InterruptedException cause) {
        final var canceled = new CanceledException();
        canceled.initCause(cause);
        return canceled;
    }

    private static IOException unwrap(final ExecutionException e) {
        final var cause = e.getCause();
        if (cause instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException io ? io : new IOException(cause);
    }
}
