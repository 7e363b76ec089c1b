package org.scelmo.embedded.runner.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.scelmo.embedded.core.io.TempFiles;

/**
 * Turns Ctrl+C into a cancel: the end of the process waits until the nodes have stopped, the results are shown and the
 * temporary files are gone. Close it after all of that.
 */
final class Interrupt implements AutoCloseable {

    /** A node that does not look at its cancel flag must not keep the user waiting. */
    private static final int PATIENCE_SECONDS = 10;

    private final CountDownLatch m_finished = new CountDownLatch(1);

    private final Thread m_hook = new Thread(this::stop, "cancel");

    private Runnable m_cancel;

    private boolean m_stopping;

    private volatile int m_exitCode = CommandLine.CANCELED;

    Interrupt() {
        Runtime.getRuntime().addShutdownHook(m_hook);
    }

    /** Does this when the process is to end, at once if it is already; takes the place of what was given before. */
    synchronized void cancels(final Runnable cancel) {
        m_cancel = cancel;
        if (m_stopping) {
            cancel.run();
        }
    }

    /** Notes how the run ended. */
    int finish(final int exitCode) {
        m_exitCode = exitCode;
        return exitCode;
    }

    @Override
    public void close() {
        m_finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(m_hook);
        } catch (final IllegalStateException e) {
            // the process is ending: the hook is running and sets the exit code itself
            return;
        }
    }

    private synchronized void cancel() {
        m_stopping = true;
        if (m_cancel != null) {
            m_cancel.run();
        }
    }

    private void stop() {
        cancel();
        try {
            m_finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        TempFiles.deleteAll();
        Runtime.getRuntime().halt(m_exitCode);
    }
}
