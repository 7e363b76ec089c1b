package org.scelmo.llm.http;

import java.time.Duration;

/** When a service asks one request to pause, all others to it pause as well: they would only be refused, too. */
final class RateGate {

    private long m_openNanos = System.nanoTime();

    /** @param pause that the service asked for */
    synchronized void close(final Duration pause) {
        final long open = System.nanoTime() + pause.toNanos();
        if (open - m_openNanos > 0) {
            m_openNanos = open;
        }
    }

    /** @return nanoseconds until requests may go, 0 if they may now */
    synchronized long remainingNanos() {
        return Math.max(0, m_openNanos - System.nanoTime());
    }
}
