package org.scelmo.adaptor.train;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class TimeLimitTest {

    @Test
    void endsTrainingOnceTheTimeIsOverAlsoWhenTheClockWraps() {
        final var clock = new AtomicLong(Long.MAX_VALUE - 10);
        final var limit = new TimeLimit(Duration.ofNanos(100), clock::get);
        assertFalse(limit.isStopWanted());
        clock.addAndGet(99);
        assertFalse(limit.isStopWanted());
        clock.addAndGet(1);
        assertTrue(limit.isStopWanted());
    }
}
