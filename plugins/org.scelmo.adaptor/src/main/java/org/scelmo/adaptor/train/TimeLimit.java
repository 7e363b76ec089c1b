package org.scelmo.adaptor.train;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Ends a training after the epoch in which its time is over. */
public final class TimeLimit implements TrainingListener {

    private final long m_nanoseconds;
    private final LongSupplier m_clock;
    private final long m_start;

    /** @param time from now on */
    public TimeLimit(final Duration time) {
        this(time, System::nanoTime);
    }

    TimeLimit(final Duration time, final LongSupplier clock) {
        m_nanoseconds = time.toNanos();
        m_clock = clock;
        m_start = clock.getAsLong();
    }

    @Override
    public void epoch(final EpochRecord entry) {
        // only the time counts
    }

    @Override
    public boolean isStopWanted() {
        return m_clock.getAsLong() - m_start >= m_nanoseconds;
    }
}
