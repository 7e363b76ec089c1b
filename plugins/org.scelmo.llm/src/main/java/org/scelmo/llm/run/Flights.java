package org.scelmo.llm.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.scelmo.core.CanceledException;

/**
 * The calls in flight. One thread starts and awaits them; they may end on any.
 *
 * @param <J> what a call is for; told apart by identity
 * @param <A> what it brings
 */
final class Flights<J, A> {

    private final Map<J, Flight<J, A>> m_flying = new IdentityHashMap<>();
    private final BlockingQueue<Landing<J, A>> m_landed = new LinkedBlockingQueue<>();

    /** A call that ended, with an answer or a failure, and how long it took. */
    record Landing<J, A>(J job, A answer, Throwable failure, Duration took) {
    }

    /** A call, and its end once it comes. */
    private record Flight<J, A>(CompletableFuture<A> call, CompletableFuture<Landing<J, A>> landing) {
    }

    void start(final J job, final Supplier<CompletableFuture<A>> call) {
        final long begun = System.nanoTime();
        CompletableFuture<A> future;
        try {
            future = call.get();
        } catch (final RuntimeException e) { // NOSONAR comes out at the landing
            future = CompletableFuture.failedFuture(e);
        }
        final var landing = future.handle((answer, failure) -> new Landing<>(job, answer, cause(failure),
            Duration.ofNanos(System.nanoTime() - begun)));
        m_flying.put(job, new Flight<>(future, landing));
        landing.thenAccept(m_landed::add);
    }

    int size() {
        return m_flying.size();
    }

    /**
     * @param millis waits so long at most, until a call ends
     * @return all that have ended
     * @throws CanceledException if this thread is interrupted
     */
    List<Landing<J, A>> await(final long millis) {
        final var landings = new ArrayList<Landing<J, A>>();
        try {
            final var first = m_landed.poll(millis, TimeUnit.MILLISECONDS);
            if (first != null) {
                landings.add(first);
                m_landed.drainTo(landings);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            final var canceled = new CanceledException();
            canceled.initCause(e);
            throw canceled;
        }
        landings.forEach(l -> m_flying.remove(l.job()));
        return landings;
    }

    /** Cancels what is in flight. @return all calls; those canceled with a failure */
    List<Landing<J, A>> abandon() {
        final var landings = new ArrayList<Landing<J, A>>();
        m_landed.drainTo(landings);
        landings.forEach(l -> m_flying.remove(l.job()));
        for (final var flight : m_flying.values()) {
            flight.call().cancel(true);
            // an answer that came just before is paid for: it is kept
            landings.add(flight.landing().join());
        }
        m_flying.clear();
        return landings;
    }

    private static Throwable cause(final Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
