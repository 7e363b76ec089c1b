package org.scelmo.core.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.scelmo.core.CanceledException;
import org.scelmo.core.Progress;

class WorkersTest {

    private static final Progress CANCELED = new Progress() {
        @Override
        public void update(final double fraction, final Supplier<String> message) {
            // not looked at
        }

        @Override
        public void checkCanceled() {
            throw new CanceledException();
        }
    };

    @Test
    void tasksRunOnNamedDaemons() throws IOException {
        try (var workers = new Workers("test", 2)) {
            final var thread = Workers.await(workers.submit(Thread::currentThread), Progress.NONE);
            assertTrue(thread.isDaemon());
            assertTrue(thread.getName().startsWith("scELMo test "), thread.getName());
        }
    }

    @Test
    void exceptionsOfATaskComeThroughAsTheyAre() {
        final var io = new IOException("disk");
        final var error = new StackOverflowError();
        final var runtime = new IllegalStateException("odd");
        try (var workers = new Workers("test", 1)) {
            assertSame(io, assertThrows(IOException.class,
                () -> Workers.await(workers.submit(() -> fail(io)), Progress.NONE)));
            assertSame(error, assertThrows(StackOverflowError.class,
                () -> Workers.await(workers.submit(() -> fail(error)), Progress.NONE)));
            assertSame(runtime, assertThrows(IllegalStateException.class,
                () -> Workers.await(workers.submit(() -> fail(runtime)), Progress.NONE)));
        }
    }

    private static Void fail(final Throwable throwable) throws Exception {
        if (throwable instanceof Error error) {
            throw error;
        }
        throw (Exception)throwable;
    }

    @Test
    void closingStopsTasksWithoutInterruptingThemAndWaits() throws InterruptedException {
        final var started = new CountDownLatch(1);
        final var ended = new AtomicBoolean();
        final var interrupted = new AtomicBoolean();
        final var begun = new AtomicBoolean();
        try (var workers = new Workers("test", 1)) {
            final var task = workers.submit(() -> {
                started.countDown();
                try {
                    while (true) {
                        workers.checkStopped();
                        Thread.onSpinWait();
                    }
                } finally {
                    interrupted.set(Thread.currentThread().isInterrupted());
                    ended.set(true);
                }
            });
            workers.submit(() -> {
                begun.set(true);
                return null;
            });
            started.await();
            assertThrows(CanceledException.class, () -> Workers.await(task, CANCELED));
            assertFalse(ended.get());
        }
        assertTrue(ended.get());
        assertFalse(interrupted.get());
        assertFalse(begun.get(), "a task that waited in the queue began after all");
    }

    @Test
    void anInterruptedCallerIsCanceledAndStaysInterrupted() {
        try (var workers = new Workers("test", 1)) {
            final var task = workers.submit(() -> {
                while (true) {
                    workers.checkStopped();
                    Thread.onSpinWait();
                }
            });
            Thread.currentThread().interrupt();
            assertThrows(CanceledException.class, () -> Workers.await(task, Progress.NONE));
        }
        assertTrue(Thread.interrupted());
    }

    @Test
    void refusesToHaveNoThread() {
        assertEquals("At least one thread is needed, not 0.",
            assertThrows(IllegalArgumentException.class, () -> new Workers("test", 0)).getMessage());
    }
}
