package org.scelmo.llm.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.scelmo.llm.cache.CacheException;

/**
 * Stores answers on a thread of its own, so that asking does not wait for the disk. What comes while a group is being
 * stored makes up the next one: the slower the disk, the larger the groups. Used by one thread.
 *
 * @param <T> an answer
 */
final class Storing<T> implements AutoCloseable {

    private final ExecutorService m_thread = Executors.newSingleThreadExecutor(task -> {
        final var thread = new Thread(task, "scELMo answers");
        thread.setDaemon(true);
        return thread;
    });
    private final Function<List<T>, Instant> m_store;
    private List<T> m_waiting = new ArrayList<>();
    private List<T> m_group = List.of();
    private Future<Instant> m_running;

    /** @param store returns the time of storing once the answers are on the disk */
    Storing(final Function<List<T>, Instant> store) {
        m_store = store;
    }

    /**
     * Answers that are on the disk, or never will be.
     *
     * @param time when they were stored
     * @param failure why they could not be stored; null if they were
     */
    record Stored<T>(List<T> answers, Instant time, CacheException failure) {
    }

    void add(final List<T> answers) {
        m_waiting.addAll(answers);
        startNext();
    }

    /**
     * @param millis waits so long at most, if anything is being stored
     * @return a group that is done, if one is; whoever gets none asks again
     */
    Optional<Stored<T>> poll(final long millis) {
        if (m_running == null) {
            return Optional.empty();
        }
        boolean interrupted = false;
        try {
            return Optional.of(ended(m_running.get(millis, TimeUnit.MILLISECONDS), null));
        } catch (final TimeoutException e) { // NOSONAR not yet
            return Optional.empty();
        } catch (final InterruptedException e) { // NOSONAR the one who called finds out
            interrupted = true;
            return Optional.empty();
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof CacheException told) {
                return Optional.of(ended(Instant.now().truncatedTo(ChronoUnit.MILLIS), told));
            }
            throw new IllegalStateException("Storing failed in a way it must not.", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits until all is stored, even if this thread is interrupted. @return what was stored */
    List<Stored<T>> finish() {
        final var stored = new ArrayList<Stored<T>>();
        boolean interrupted = Thread.interrupted();
        while (m_running != null) {
            poll(Long.MAX_VALUE).ifPresent(stored::add);
            interrupted |= Thread.interrupted(); // else it would not wait, but ask again and again
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return stored;
    }

    private Stored<T> ended(final Instant time, final CacheException failure) {
        final var stored = new Stored<>(m_group, time, failure);
        m_running = null;
        startNext();
        return stored;
    }

    private void startNext() {
        if (m_running == null && !m_waiting.isEmpty()) {
            final var group = m_waiting;
            m_group = group;
            m_waiting = new ArrayList<>();
            m_running = m_thread.submit(() -> m_store.apply(group));
        }
    }

    @Override
    public void close() {
        m_thread.shutdown();
    }
}
