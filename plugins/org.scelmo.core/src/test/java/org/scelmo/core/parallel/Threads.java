package org.scelmo.core.parallel;

import static org.junit.jupiter.api.Assertions.assertFalse;

/** Looks for threads that should be gone. */
public final class Threads {

    private static final long PATIENCE_MILLIS = 10_000;

    private Threads() {
    }

    /** Fails if a thread whose name begins so stays alive; one that has done its work may need a moment to go. */
    public static void assertGone(final String prefix) throws InterruptedException {
        for (final var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith(prefix)) {
                thread.join(PATIENCE_MILLIS);
                assertFalse(thread.isAlive(), thread.getName());
            }
        }
    }
}
