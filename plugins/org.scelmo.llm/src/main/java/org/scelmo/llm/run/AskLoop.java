package org.scelmo.llm.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.llm.cost.Budget;
import org.scelmo.llm.model.ModelException;
import org.scelmo.llm.model.Usage;
import org.scelmo.llm.run.Desk.Reply;
import org.scelmo.llm.run.Flights.Landing;
import org.scelmo.llm.run.Storing.Stored;

/**
 * One run: reads rows ahead within a window, looks their questions up, asks what is not known, stores each answer as
 * soon as it is there, and hands the rows on in order. Runs on the calling thread; only the model's calls and the
 * disk's work run elsewhere. To be run once.
 *
 * @param <Q> a question
 * @param <A> its answer
 */
final class AskLoop<Q, A> {

    /** Rows that may wait behind one that takes long. */
    private static final int WINDOW = 8192;
    /** Rows looked up together. */
    private static final int CHUNK = 512;
    private static final long POLL_MILLIS = 50;

    private final Desk<Q, A> m_desk;
    private final Budget m_budget;
    private final int m_concurrency;
    private final Output<Q, A> m_output;
    private final CallQueue<Q, A> m_queue;
    private final Deque<Slot<Q, A>> m_open = new ArrayDeque<>();
    private final Map<String, Unit<Q, A>> m_units = new HashMap<>();
    private final Map<String, String> m_failed = new HashMap<>();
    private final Flights<Call<Q, A>, List<Reply<A>>> m_flights = new Flights<>();
    private final Storing<Answered<Q, A>> m_storing = new Storing<>(this::store);
    private int m_damaged;
    private ScelmoException m_stopped;

    AskLoop(final Desk<Q, A> desk, final Budget budget, final int concurrency, final Output<Q, A> output) {
        m_desk = desk;
        m_budget = budget;
        m_concurrency = concurrency;
        m_output = output;
        m_queue = new CallQueue<>(desk.mostQuestions(), desk.mostTokens());
    }

    /** Takes rows in order. */
    @FunctionalInterface
    interface Output<Q, A> {
        void take(Row<Q> row, Outcome<A> outcome);
    }

    /** Questions asked together, and what was reserved for them. */
    private record Call<Q, A>(List<Unit<Q, A>> units, Usage most) {
    }

    /** An answer that is to be stored before its rows see it. */
    private record Answered<Q, A>(Unit<Q, A> unit, Reply<A> reply, BigDecimal cost, Duration took) {
    }

    /**
     * Asks for all rows.
     *
     * @param rows streamed
     * @param progress asked for cancellation many times a second
     * @param show called after each look at the calls
     */
    void run(final Iterator<Row<Q>> rows, final Progress progress, final Runnable show) {
        try {
            while (rows.hasNext() || !m_open.isEmpty()) {
                progress.checkCanceled();
                fill(rows);
                start();
                final boolean idle = m_flights.size() == 0 && m_queue.isEmpty();
                settle(m_flights.await(idle ? 0 : POLL_MILLIS));
                start();
                // only if nothing flies is there nothing better to do than to wait for the disk
                m_storing.poll(m_flights.size() == 0 ? POLL_MILLIS : 0).ifPresent(this::accept);
                deliver();
                show.run();
            }
        } catch (final RuntimeException e) {
            keepWhatCame(e);
            throw e;
        } finally {
            m_storing.close();
        }
    }

    /** @return entries of the cache that were damaged */
    int damaged() {
        return m_damaged;
    }

    /** @return why it stopped asking, if it did */
    Optional<ScelmoException> stopped() {
        return Optional.ofNullable(m_stopped);
    }

    private void fill(final Iterator<Row<Q>> rows) {
        while (rows.hasNext() && m_open.size() + CHUNK <= WINDOW) {
            final var unknown = new LinkedHashMap<String, Unit<Q, A>>();
            for (int i = 0; i < CHUNK && rows.hasNext(); i++) {
                admit(rows.next(), unknown);
            }
            final var lookup = m_desk.known(unknown.keySet());
            m_damaged += lookup.damaged();
            for (final var unit : unknown.values()) {
                final var known = lookup.found().get(unit.hash());
                if (known != null) {
                    unit.end(Outcome.cached(known.answer(), unit.hash(), known.time()));
                } else if (m_stopped != null) {
                    unit.end(notAsked(unit));
                } else {
                    unit.count(m_desk.tokens(unit.question()));
                    m_units.put(unit.hash(), unit);
                    m_queue.add(unit);
                }
            }
            deliver();
        }
    }

    private void admit(final Row<Q> row, final Map<String, Unit<Q, A>> unknown) {
        final var slot = new Slot<Q, A>(row);
        m_open.add(slot);
        if (row.question().isEmpty()) {
            slot.end(Outcome.unable(row));
            return;
        }
        final var question = row.question().get();
        final var hash = m_desk.hash(question);
        final var failed = m_failed.get(hash);
        if (failed != null) {
            slot.end(Outcome.error(failed, hash));
            return;
        }
        final var asked = m_units.get(hash);
        final var unit = asked != null ? asked
            : unknown.computeIfAbsent(hash, h -> new Unit<>(h, question));
        unit.join(slot);
    }

    private void start() {
        while (!m_queue.isEmpty() && m_flights.size() < m_concurrency) {
            final var next = m_queue.next();
            int count = next.size();
            var most = most(next);
            var verdict = m_budget.reserve(most);
            while (verdict == Budget.Verdict.EXHAUSTED && count > 1) {
                count /= 2;
                most = most(next.subList(0, count));
                verdict = m_budget.reserve(most);
            }
            if (verdict == Budget.Verdict.LATER) {
                return;
            }
            final var units = m_queue.take(count);
            if (verdict == Budget.Verdict.GRANTED) {
                final var questions = units.stream().map(Unit::question).toList();
                m_flights.start(new Call<>(units, most), () -> m_desk.ask(questions));
            } else {
                units.forEach(unit -> end(unit, Outcome.skipped(unit.hash())));
            }
        }
    }

    private Usage most(final List<Unit<Q, A>> units) {
        return m_desk.most(units.stream().mapToLong(Unit::tokens).sum(), units.size());
    }

    private void settle(final List<Landing<Call<Q, A>, List<Reply<A>>>> landed) {
        final var answered = new ArrayList<Answered<Q, A>>();
        RuntimeException unforeseen = null;
        for (final var landing : landed) {
            final var call = landing.job();
            if (landing.failure() == null) {
                answered.addAll(useful(call, landing.answer(), landing.took()));
            } else if (landing.failure() instanceof ModelException e) {
                m_budget.release(call.most, perhapsCharged(e.kind()));
                fail(call, e);
            } else {
                m_budget.release(call.most, true);
                unforeseen = new IllegalStateException("A model failed in a way it must not.", landing.failure());
            }
        }
        m_storing.add(answered);
        if (unforeseen != null) {
            throw unforeseen;
        }
    }

    private List<Answered<Q, A>> useful(final Call<Q, A> call, final List<Reply<A>> replies, final Duration took) {
        m_budget.settle(call.most, replies.stream().map(Reply::usage).reduce(Usage.NONE, Usage::plus));
        final var useful = new ArrayList<Answered<Q, A>>();
        for (int i = 0; i < replies.size(); i++) {
            final var unit = call.units.get(i);
            final var reply = replies.get(i);
            final var cost = m_budget.cost(reply.usage());
            final var problem = m_desk.problem(reply.answer());
            if (problem.isPresent()) {
                m_failed.put(unit.hash(), problem.get());
                end(unit, Outcome.<A>error(problem.get(), unit.hash()).charged(reply.usage(), cost));
            } else {
                useful.add(new Answered<>(unit, reply, cost, took));
            }
        }
        return useful;
    }

    private void fail(final Call<Q, A> call, final ModelException e) {
        if (e.kind() == ModelException.Kind.BAD_REQUEST && call.units.size() > 1 && m_stopped == null) {
            m_queue.halve(call.units);
            return;
        }
        for (final var unit : call.units) {
            m_failed.put(unit.hash(), e.getMessage());
            end(unit, Outcome.error(e.getMessage(), unit.hash()));
        }
        if (e.kind().isFatal()) {
            stop(e);
        }
    }

    /** On the thread that stores. */
    private Instant store(final List<Answered<Q, A>> answered) {
        final var answers = new LinkedHashMap<String, A>();
        answered.forEach(a -> answers.put(a.unit.hash(), a.reply.answer()));
        return m_desk.store(answers);
    }

    /** Answers that cannot be stored are paid for all the same, and go to their rows; that is told at the end. */
    private void accept(final Stored<Answered<Q, A>> stored) {
        if (stored.failure() != null) {
            stop(stored.failure());
        }
        for (final var a : stored.answers()) {
            end(a.unit, Outcome.paid(a.reply.answer(), a.reply.usage(), a.cost, a.unit.hash(), stored.time(), a.took));
        }
    }

    /** Asks nothing more; what is in flight may still answer. */
    private void stop(final ScelmoException why) {
        if (m_stopped == null) {
            m_stopped = why;
        }
        m_queue.drain().forEach(unit -> end(unit, notAsked(unit)));
    }

    private Outcome<A> notAsked(final Unit<Q, A> unit) {
        return Outcome.error("Not asked, since asking stopped: " + m_stopped.getMessage(), unit.hash());
    }

    private void end(final Unit<Q, A> unit, final Outcome<A> outcome) {
        m_units.remove(unit.hash());
        unit.end(outcome);
    }

    private void deliver() {
        while (!m_open.isEmpty() && m_open.getFirst().outcome() != null) {
            final var slot = m_open.removeFirst();
            m_output.take(slot.row(), slot.outcome());
        }
    }

    /** The run ends early: what has landed is stored, the rest is canceled. */
    private void keepWhatCame(final RuntimeException reason) {
        final var landed = new ArrayList<Landing<Call<Q, A>, List<Reply<A>>>>();
        for (final var landing : m_flights.abandon()) {
            if (landing.failure() == null) {
                landed.add(landing);
            } else {
                m_budget.release(landing.job().most, true);
            }
        }
        try {
            settle(landed);
            m_storing.finish().forEach(this::accept);
        } catch (final RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /** Whether the model may have worked in vain: then the provider may charge for it. */
    private static boolean perhapsCharged(final ModelException.Kind kind) {
        return kind == ModelException.Kind.TIMEOUT || kind == ModelException.Kind.MALFORMED_ANSWER;
    }
}
