package org.scelmo.llm.run;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.scelmo.core.CanceledException;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;

/** Waiting that ends within a tenth of a second if the user cancels. */
final class Waits {

    private static final long LOOK_MILLIS = 50;

    private Waits() {
    }

    /**
     * @return what the call brings
     * @throws ScelmoException that the call failed with
     * @throws CanceledException if the user canceled; the call is abandoned
     */
    static <T> T until(final CompletableFuture<T> call, final Progress progress) {
        try {
            while (true) {
                progress.checkCanceled();
                try {
                    return call.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (final TimeoutException e) { // NOSONAR not yet
                    continue;
                }
            }
        } catch (final ExecutionException e) {
            throw e.getCause() instanceof ScelmoException told ? told
                : new IllegalStateException("A call failed in a way it must not.", e.getCause());
        } catch (final InterruptedException e) {
            throw interrupted(e);
        } finally {
            call.cancel(true);
        }
    }

    static void pause(final Duration pause, final Progress progress) {
        final long end = System.nanoTime() + pause.toNanos();
        try {
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                progress.checkCanceled();
                TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)));
            }
        } catch (final InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static CanceledException interrupted(final InterruptedException e) {
        Thread.currentThread().interrupt();
        final var canceled = new CanceledException();
        canceled.initCause(e);
        return canceled;
    }
}
