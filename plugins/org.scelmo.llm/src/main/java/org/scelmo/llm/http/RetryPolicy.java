package org.scelmo.llm.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import org.scelmo.llm.model.ModelException;
import org.scelmo.llm.model.ModelException.Kind;

/**
 * Whether and when to try again. The SDK's own retries are off: they repeat requests of an account without money, and
 * after a Retry-After of more than a minute they try again too early and give up.
 */
final class RetryPolicy {

    private static final double FIRST_SECONDS = 0.5;

    private static final double LONGEST_SECONDS = 8;

    private static final double JITTER = 0.25;

    /** A pooled connection that the other side has closed meanwhile is the usual reason; a new one helps at once. */
    private static final Duration AFTER_FIRST_DROP = Duration.ofMillis(50);

    private final ConnectionOptions m_options;

    RetryPolicy(final ConnectionOptions options) {
        m_options = options;
    }

    /**
     * @param retries already made
     * @return how long to pause before the next attempt; empty if there is none
     */
    Optional<Duration> pause(final Failure failure, final int retries) {
        if (!failure.heals() || retries >= m_options.retries() || isTooLong(failure)) {
            return Optional.empty();
        }
        if (failure.pause().isPresent()) {
            return failure.pause();
        }
        return Optional.of(retries == 0 && failure.exception().kind() == Kind.SERVER
            && failure.exception().getCause() != null ? AFTER_FIRST_DROP : backoff(retries));
    }

    /** @return what is told when the attempts have ended */
    ModelException told(final Failure failure, final int retries) {
        final var exception = failure.exception();
        if (isTooLong(failure)) {
            return new ModelException(exception.kind(), exception.getCause(), exception.getMessage()
                + " It asks for a pause of " + failure.pause().get().toSeconds() + " s; the longest that is kept is "
                + m_options.longestWait().toSeconds() + " s.", exception.resolutions().toArray(String[]::new));
        }
        return retries == 0 ? exception : new ModelException(exception.kind(), exception.getCause(),
            exception.getMessage() + " (" + (retries + 1) + " attempts)",
            exception.resolutions().toArray(String[]::new));
    }

    private boolean isTooLong(final Failure failure) {
        return failure.heals() && failure.pause().filter(p -> p.compareTo(m_options.longestWait()) > 0).isPresent();
    }

    private static Duration backoff(final int retries) {
        final double seconds = Math.min(LONGEST_SECONDS, FIRST_SECONDS * Math.pow(2, retries));
        return Duration.ofNanos((long)(seconds * (1 - JITTER * ThreadLocalRandom.current().nextDouble()) * 1e9));
    }
}
