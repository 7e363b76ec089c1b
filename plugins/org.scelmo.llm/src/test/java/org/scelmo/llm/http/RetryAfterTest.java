package org.scelmo.llm.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.llm.model.ModelException;
import org.scelmo.llm.model.ModelException.Kind;

import okhttp3.Headers;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"Retry-After, 120, 120000", "retry-after, 0, 0", "Retry-After, 1.5, 1500", "Retry-After-Ms, 20, 20",
        "'Retry-After', 'Thu, 01 Jan 2026 00:02:00 GMT', 120000", "'Retry-After', 'Wed, 31 Dec 2025 00:00:00 GMT', 0"})
    void readsMillisecondsSecondsAndDates(final String name, final String value, final long millis) {
        assertEquals(Optional.of(Duration.ofMillis(millis)), RetryAfter.of(Headers.of(name, value), NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "NaN", "Infinity", ""})
    void takesNothingElseForAPause(final String value) {
        assertEquals(Optional.empty(), RetryAfter.of(Headers.of("Retry-After", value), NOW));
    }

    @Test
    void millisecondsAreMoreExactThanSeconds() {
        assertEquals(Optional.of(Duration.ofMillis(7)),
            RetryAfter.of(Headers.of("Retry-After", "1", "Retry-After-Ms", "7"), NOW));
    }

    @Test
    void aPauseOfTwoMinutesIsKeptInFull() {
        final var failure = new Failure(new ModelException(Kind.RATE_LIMITED, null, "Later."), true,
            Optional.of(Duration.ofMinutes(2)));
        assertEquals(Optional.of(Duration.ofMinutes(2)), new RetryPolicy(ConnectionOptions.DEFAULT).pause(failure, 0));
    }

    @ParameterizedTest
    @CsvSource({"0, 375, 500", "1, 750, 1000", "2, 1500, 2000", "4, 6000, 8000"})
    void pausesGrowAndVaryWhereTheServiceSaysNothing(final int retries, final long least, final long most) {
        final var failure = Failure.passing(new ModelException(Kind.TIMEOUT, null, "Late."));
        final long millis = new RetryPolicy(ConnectionOptions.DEFAULT).pause(failure, retries).get().toMillis();
        assertEquals(millis, Math.min(most, Math.max(least, millis)));
    }
}
