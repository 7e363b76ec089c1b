package org.scelmo.llm.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import okhttp3.Headers;

/** The pause that a service asks for: milliseconds, seconds (with fraction) or a date (RFC 9110, 10.2.3). */
final class RetryAfter {

    private RetryAfter() {
    }

    /**
     * @param now for pauses that are given as a date
     * @return the pause, not negative; empty if none is asked for or its text is no pause
     */
    static Optional<Duration> of(final Headers headers, final Instant now) {
        final var millis = headers.get("Retry-After-Ms");
        if (millis != null) {
            final var pause = number(millis, TimeUnit.MILLISECONDS);
            if (pause.isPresent()) {
                return pause;
            }
        }
        final var seconds = headers.get("Retry-After");
        if (seconds == null) {
            return Optional.empty();
        }
        final var pause = number(seconds, TimeUnit.SECONDS);
        return pause.isPresent() ? pause : date(seconds, now);
    }

    private static Optional<Duration> number(final String text, final TimeUnit unit) {
        try {
            final double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) && value >= 0
                ? Optional.of(Duration.ofNanos((long)(value * unit.toNanos(1)))) : Optional.empty();
        } catch (NumberFormatException e) { // NOSONAR it may be a date
            return Optional.empty();
        }
    }

    private static Optional<Duration> date(final String text, final Instant now) {
        try {
            final var then = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
        } catch (DateTimeParseException e) { // NOSONAR no pause that can be understood: our own rule holds
            return Optional.empty();
        }
    }
}
