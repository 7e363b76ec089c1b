package org.scelmo.llm.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.llm.cache.BatchLedger;
import org.scelmo.llm.cache.BatchLedger.Batch;
import org.scelmo.llm.cache.CacheException;
import org.scelmo.llm.cost.Budget.Verdict;
import org.scelmo.llm.model.ModelException;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.model.TextAnswer;
import org.scelmo.llm.model.Usage;
import org.scelmo.llm.openai.BatchRow;
import org.scelmo.llm.openai.BatchState;
import org.scelmo.llm.openai.OpenAiBatches;

/**
 * Describes many rows like {@link DescribeRun}, but hands the prompts in as batches, which costs less and takes up to a
 * day. First {@link #ask}, then {@link #deliver}, with the same rows. A run that ends before its batches are done, for
 * whatever reason, loses nothing: the next one with the same cache collects them. Memory grows with the number of
 * prompts to be asked.
 */
public final class BatchRun {

    /** Calls that may fail in a row, each after the retries of the connection, before the run gives up waiting. */
    private static final int MOST_MISSES = 20;

    private static final int CHUNK = 512;

    private final DescribeRun m_run;
    private final DescribeDesk m_desk;
    private final BatchPace m_pace;
    private final BatchLedger m_ledger;
    private final BatchPost m_post;
    private final BatchQuestions m_questions;
    private final Map<String, Outcome<TextAnswer>> m_ends = new HashMap<>();
    private final Map<String, Usage> m_paid = new HashMap<>();
    private final Map<String, BatchState> m_states = new LinkedHashMap<>();
    private int m_misses;
    private ScelmoException m_stopped;

    /**
     * @param run model, cache, options and budget; the price of the budget is that of batches
     * @param service takes the batches of that model
     */
    public BatchRun(final DescribeRun run, final OpenAiBatches service, final BatchPace pace) {
        m_run = run;
        m_desk = run.desk();
        m_pace = pace;
        m_ledger = run.cache().batches();
        m_post = new BatchPost(service, run.model().identity(), m_ledger, pace.handIn());
        m_questions = new BatchQuestions(m_desk, run.budget());
    }

    /**
     * Collects batches that are done, hands in what is in none, and waits if the pace says so.
     *
     * @param rows streamed once
     * @param progress asked for cancellation many times a second
     * @throws org.scelmo.core.CanceledException if the user canceled; batches that were handed in go on
     * @throws org.scelmo.llm.cache.CacheException if the cache cannot be read or written
     */
    public void ask(final Iterator<DescribeRow> rows, final Progress progress) {
        m_questions.read(DescribeRun.questions(rows), progress);
        var pause = m_pace.first();
        while (!m_questions.hashes().isEmpty()) {
            guarded(() -> needed().forEach(batch -> look(batch, progress)));
            guarded(() -> handIn(progress));
            if (!m_pace.untilDone() || m_stopped != null || m_questions.hashes().isEmpty()) {
                break;
            }
            progress.update(0, this::message);
            Waits.pause(pause, progress);
            pause = pause.multipliedBy(2).compareTo(m_pace.longest()) < 0 ? pause.multipliedBy(2) : m_pace.longest();
        }
        endRest();
    }

    /**
     * Hands the rows on with what came of them.
     *
     * @param rows the same again
     * @param count number of rows, for the progress
     * @param sink takes the results on this thread, in the order of the rows
     * @return how the run ended
     */
    public RunSummary deliver(final Iterator<DescribeRow> rows, final long count, final Consumer<Description> sink,
        final Progress progress) {
        final var tally = new Tally(count, m_run.budget(), progress);
        final var questions = DescribeRun.questions(rows);
        while (questions.hasNext()) {
            progress.checkCanceled();
            final var chunk = new ArrayList<Row<Prompt>>();
            final var hashes = new HashSet<String>();
            for (int i = 0; i < CHUNK && questions.hasNext(); i++) {
                final var row = questions.next();
                chunk.add(row);
                row.question().map(m_desk::hash).ifPresent(hashes::add);
            }
            final var known = m_run.cache().texts(m_run.model().identity(), hashes).found();
            for (final var row : chunk) {
                final var outcome = row.question().map(m_desk::hash).map(hash -> {
                    final var answer = known.get(hash);
                    return m_ends.containsKey(hash) || answer == null ? unanswered(hash)
                        : answered(hash, new Desk.Known<>(answer.answer(), answer.time()));
                }).orElseGet(() -> Outcome.unable(row));
                final var description = m_run.description(row.name(), outcome);
                tally.count(description.status());
                sink.accept(description);
            }
            tally.show();
        }
        return tally.summary(m_questions.damaged(), Optional.ofNullable(m_stopped));
    }

    /** A service that cannot be reached now is no reason to give up a batch that takes a day. */
    private void guarded(final Runnable call) {
        if (m_stopped != null) {
            return;
        }
        try {
            call.run();
            m_misses = 0;
        } catch (final ModelException e) { // NOSONAR told at the end if it stays
            m_misses++;
            if (!m_pace.untilDone() || !mayPass(e.kind()) || m_misses > MOST_MISSES) {
                m_stopped = e;
            }
        } catch (final CacheException e) {
            throw e;
        } catch (final ScelmoException e) { // NOSONAR told at the end
            m_stopped = e;
        }
    }

    private static boolean mayPass(final ModelException.Kind kind) {
        return kind == ModelException.Kind.UNREACHABLE || !kind.isFatal() && kind != ModelException.Kind.BAD_REQUEST;
    }

    /** @return the open batches with prompts of this run */
    private List<Batch> needed() {
        return m_ledger.open(m_run.model().identity()).stream()
            .filter(batch -> batch.hashes().stream().anyMatch(m_questions::contains)).toList();
    }

    private void look(final Batch batch, final Progress progress) {
        batch.hashes().forEach(m_questions::commit);
        final var state = m_post.look(batch, progress);
        state.ifPresent(s -> m_states.put(batch.mark(), s));
        if (state.filter(s -> s.phase().isOver()).isPresent()) {
            accept(m_post.collect(batch, progress));
            m_post.done(batch);
        }
    }

    private void accept(final Map<String, BatchRow> rows) {
        final var useful = new LinkedHashMap<String, TextAnswer>();
        rows.forEach((hash, row) -> row.answer().filter(a -> m_desk.problem(a).isEmpty())
            .ifPresent(answer -> useful.put(hash, answer)));
        if (!useful.isEmpty()) {
            m_desk.store(useful);
        }
        rows.forEach((hash, row) -> {
            if (m_questions.contains(hash)) {
                end(hash, row);
            }
        });
    }

    private void end(final String hash, final BatchRow row) {
        final var usage = row.answer().map(TextAnswer::usage).orElse(Usage.NONE);
        final var problem = row.answer().map(m_desk::problem)
            .orElseGet(() -> row.failure().map(ModelException::getMessage));
        m_questions.free(hash, usage);
        if (problem.isPresent()) {
            m_ends.put(hash, Outcome.<TextAnswer>error(problem.get(), hash).charged(usage,
                m_run.budget().cost(usage)));
        } else {
            m_paid.put(hash, usage);
        }
    }

    private void handIn(final Progress progress) {
        final var free = new ArrayList<>(m_questions.hashes());
        needed().forEach(batch -> free.removeAll(batch.hashes()));
        m_questions.forgetKnown(free);
        free.retainAll(m_questions.hashes());
        final var granted = new ArrayList<String>();
        for (final var hash : free) {
            final var verdict = m_questions.reserve(hash);
            if (verdict == Verdict.GRANTED) {
                granted.add(hash);
            } else if (verdict == Verdict.EXHAUSTED) {
                m_questions.free(hash, Usage.NONE);
                m_ends.put(hash, Outcome.skipped(hash));
            }
        }
        final var left = new LinkedHashSet<>(granted);
        try {
            for (final var part : m_questions.parts(granted)) {
                m_post.handIn(part, progress);
                left.removeAll(part.keySet());
            }
        } finally {
            m_questions.release(left);
        }
    }

    /** What has no answer yet waits, or was not asked. */
    private void endRest() {
        final var batches = new HashMap<String, String>();
        needed().forEach(batch -> batch.hashes().forEach(hash -> batches.put(hash, batch.id())));
        for (final var hash : m_questions.hashes()) {
            final var batch = batches.get(hash);
            if (batch != null) {
                m_ends.put(hash, Outcome.waiting(waiting(batch), hash));
            } else if (m_stopped != null) {
                m_ends.put(hash, Outcome.error("Not asked, since asking stopped: " + m_stopped.getMessage(), hash));
            } else {
                m_ends.put(hash, Outcome.waiting("Not asked yet: the limits leave no room before the batches are done "
                    + "that were handed in. Execute again then.", hash));
            }
        }
    }

    private static String waiting(final String batch) {
        return (batch.isEmpty() ? "It is being handed in with a batch." : "The batch '" + batch + "' is not done.")
            + " Execute again later: that collects the answer and costs nothing more.";
    }

    private Outcome<TextAnswer> answered(final String hash, final Desk.Known<TextAnswer> known) {
        final var usage = m_paid.remove(hash);
        return usage == null ? Outcome.cached(known.answer(), hash, known.time())
            : Outcome.paid(known.answer(), usage, m_run.budget().cost(usage), hash, known.time(), null);
    }

    private Outcome<TextAnswer> unanswered(final String hash) {
        final var end = m_ends.getOrDefault(hash,
            Outcome.error("The answer was removed from the cache meanwhile. Execute again.", hash));
        m_ends.put(hash, end.repeated());
        return end;
    }

    private String message() {
        final long done = m_states.values().stream().mapToLong(s -> s.completed() + s.failed()).sum();
        return "Waiting for %,d answers, %,d are ready. You may cancel and come back later".formatted(
            m_questions.hashes().size(), done);
    }
}
