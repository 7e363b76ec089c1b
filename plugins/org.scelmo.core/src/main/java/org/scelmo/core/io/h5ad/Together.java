package org.scelmo.core.io.h5ad;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/** Decompresses two arrays at the same time where that is worth a second thread. */
final class Together {

    private static final int WORTH = 1 << 17;

    interface Reading {
        void read() throws IOException;
    }

    private Together() {
    }

    /** Both are done, or have failed, when this returns. */
    static void read(final int elements, final Reading first, final Reading second) throws IOException {
        if (elements < WORTH) {
            first.read();
            second.read();
            return;
        }
        final ForkJoinTask<?> other = ForkJoinPool.commonPool().submit(() -> {
            first.read();
            return null;
        });
        try {
            second.read();
        } finally {
            other.quietlyJoin();
        }
        try {
            other.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Reading was interrupted.", e);
        } catch (ExecutionException e) {
            rethrow(e);
        }
    }

    private static void rethrow(final ExecutionException failure) throws IOException {
        Throwable cause = failure.getCause();
        // the pool may wrap what a task throws into another exception of the same class or a runtime exception
        while (cause.getClass() == RuntimeException.class && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof IOException io) {
            throw io;
        }
        if (cause instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw new IOException(failure);
    }
}
