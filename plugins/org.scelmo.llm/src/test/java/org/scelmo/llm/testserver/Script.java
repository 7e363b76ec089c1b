package org.scelmo.llm.testserver;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells the server when to misbehave. Called by many threads at once. */
@FunctionalInterface
public interface Script {

    /** Every request gets the answer it asks for. */
    Script FAIR = (request, usual) -> Optional.empty();

    /**
     * @param request what came in
     * @param usual what the server would answer
     * @return what it shall answer instead, if anything
     */
    Optional<Reply> instead(Request request, Reply usual);

    /** @return the same reply to everything */
    static Script always(final Reply reply) {
        return (request, usual) -> Optional.of(reply);
    }

    /** @return one reply to the first requests, the usual to those that follow */
    static Script first(final int requests, final Reply reply) {
        final var seen = new AtomicInteger();
        return (request, usual) -> seen.getAndIncrement() < requests ? Optional.of(reply) : Optional.empty();
    }

    /** @return the usual answer to everything, but delivered otherwise */
    static Script delivered(final Reply.Delivery how) {
        return (request, usual) -> Optional.of(usual.delivered(how));
    }

    /** @return the usual answers, but delivered otherwise after the first requests */
    static Script delivered(final int requests, final Reply.Delivery then) {
        final var seen = new AtomicInteger();
        return (request, usual) -> seen.getAndIncrement() < requests ? Optional.empty()
            : Optional.of(usual.delivered(then));
    }
}
