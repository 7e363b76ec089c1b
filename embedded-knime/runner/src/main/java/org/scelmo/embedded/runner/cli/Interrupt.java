package org.scelmo.embedded.runner.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.scelmo.embedded.runner.exec.Engine;

/**
 * Turns Ctrl+C into a cancel: while the workflow runs, the end of the process waits until the nodes have stopped and
 * the results are shown.
 */
final class Interrupt implements AutoCloseable {

    /** A node that does not look at its cancel flag must not keep the user waiting. */
    private static final int PATIENCE_SECONDS = 10;

    private final Engine m_engine;

    private final CountDownLatch m_finished = new CountDownLatch(1);

    private final Thread m_hook = new Thread(this::stop, "cancel");

    private volatile int m_exitCode = CommandLine.CANCELED;

    Interrupt(final Engine engine) {
        m_engine = engine;
        Runtime.getRuntime().addShutdownHook(m_hook);
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

    private void stop() {
        m_engine.cancel();
        try {
            m_finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(m_exitCode);
    }
}
