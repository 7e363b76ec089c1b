package org.scelmo.llm.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

class FlightsTest {

    private final Flights<String, String> m_flights = new Flights<>();

    /** Its answer comes in the moment in which it is to be canceled. */
    private static final class Late extends CompletableFuture<String> {

        @Override
        public boolean cancel(final boolean interrupt) {
            complete("just in time");
            return super.cancel(interrupt);
        }
    }

    @Test
    void callsThatHangAreCanceledWhenAbandoned() {
        final var hanging = new CompletableFuture<String>();
        m_flights.start("hanging", () -> hanging);
        final var landings = m_flights.abandon();
        assertTrue(hanging.isCancelled());
        assertEquals(1, landings.size());
        assertInstanceOf(CancellationException.class, landings.get(0).failure());
        assertEquals(0, m_flights.size());
    }

    @Test
    void answersThatCameBeforeAbandoningAreKept() {
        m_flights.start("answered", () -> CompletableFuture.completedFuture("answer"));
        assertEquals("answer", m_flights.abandon().get(0).answer());
    }

    @Test
    void anAnswerThatComesWhileAbandoningIsKept() {
        m_flights.start("late", Late::new);
        final var landing = m_flights.abandon().get(0);
        assertEquals("just in time", landing.answer());
        assertNull(landing.failure());
    }

    @Test
    void aCallThatCannotStartLandsWithItsFailure() {
        m_flights.start("broken", () -> {
            throw new IllegalArgumentException("no such model");
        });
        assertEquals("no such model", m_flights.await(0).get(0).failure().getMessage());
        assertEquals(0, m_flights.size());
    }
}
