package org.scelmo.llm.http;

import java.time.Duration;

import org.scelmo.core.ScelmoException;

/**
 * How long to wait and how often to try.
 *
 * @param connectTimeout until a connection stands
 * @param idleTimeout until the next byte arrives; for an answer that is not streamed this includes the model's thinking
 * @param callTimeout of one attempt as a whole, so that a trickle of bytes ends as well
 * @param retries how often a failed attempt is repeated; only what another attempt can heal is repeated
 * @param longestWait the longest pause that a service may ask for (Retry-After); if it asks for more, the request fails
 * @param concurrency requests under way at a time
 */
public record ConnectionOptions(Duration connectTimeout, Duration idleTimeout, Duration callTimeout, int retries,
        Duration longestWait, int concurrency) {

    /** Ten seconds, a minute and a half, three minutes, 5 retries, pauses up to five minutes, 8 at a time. */
    public static final ConnectionOptions DEFAULT = new ConnectionOptions(Duration.ofSeconds(10),
        Duration.ofSeconds(90), Duration.ofMinutes(3), 5, Duration.ofMinutes(5), 8);

    /** The most requests under way at a time. */
    public static final int MAX_CONCURRENCY = 256;

    public ConnectionOptions {
        checkPositive("connection timeout", connectTimeout);
        checkPositive("idle timeout", idleTimeout);
        checkPositive("timeout of a call", callTimeout);
        if (longestWait.isNegative()) {
            throw new ScelmoException("The longest pause is negative: " + longestWait + ".", "Use 0 or more.");
        }
        if (retries < 0) {
            throw new ScelmoException("The number of retries is negative: " + retries + ".", "Use 0 or more.");
        }
        if (concurrency < 1 || concurrency > MAX_CONCURRENCY) {
            throw new ScelmoException("The number of requests at a time is " + concurrency + ".",
                "Use 1 to " + MAX_CONCURRENCY + ".");
        }
    }

    /** @param requests under way at a time, 1 to {@value #MAX_CONCURRENCY} */
    public ConnectionOptions withConcurrency(final int requests) {
        return new ConnectionOptions(connectTimeout, idleTimeout, callTimeout, retries, longestWait, requests);
    }

    /** @param number of repetitions of a request, 0 for none */
    public ConnectionOptions withRetries(final int number) {
        return new ConnectionOptions(connectTimeout, idleTimeout, callTimeout, number, longestWait, concurrency);
    }

    /** @param call of one attempt; shortens the idle timeout where that is longer */
    public ConnectionOptions withCallTimeout(final Duration call) {
        final var idle = idleTimeout.compareTo(call) < 0 ? idleTimeout : call;
        return new ConnectionOptions(connectTimeout, idle, call, retries, longestWait, concurrency);
    }

    /** @param wait the longest pause that a service may ask for */
    public ConnectionOptions withLongestWait(final Duration wait) {
        return new ConnectionOptions(connectTimeout, idleTimeout, callTimeout, retries, wait, concurrency);
    }

    private static void checkPositive(final String name, final Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new ScelmoException("The " + name + " is not positive: " + duration + ".", "Use a second or more.");
        }
    }
}
