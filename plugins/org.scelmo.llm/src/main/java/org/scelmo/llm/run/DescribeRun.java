package org.scelmo.llm.run;

import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.scelmo.core.Progress;
import org.scelmo.llm.cache.AnswerCache;
import org.scelmo.llm.cost.Budget;
import org.scelmo.llm.cost.Estimate;
import org.scelmo.llm.cost.Price;
import org.scelmo.llm.cost.Tokenizer;
import org.scelmo.llm.lint.Lint;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.model.TextAnswer;
import org.scelmo.llm.model.TextModel;

/**
 * Describes many rows with a language model. Equal prompts are asked once; what the cache knows is free; every answer
 * is stored as soon as it is there, so that a run that was canceled or failed goes on where it stopped when it is
 * repeated. An error ends a row, never the run; an error that every row would meet (a wrong key) ends asking, and the
 * rows that the cache knows still come. Rows are streamed: memory does not grow with their number.
 *
 * @param model who is asked
 * @param cache where answers are looked up and stored
 * @param budget what may be spent
 * @param options how to ask
 */
public record DescribeRun(TextModel model, AnswerCache cache, Budget budget, DescribeOptions options) {

    /**
     * @param rows streamed once
     * @param count number of rows, for the progress
     * @param sink takes the results on this thread, in the order of the rows
     * @param progress told after each answer; cancellation is noticed within a tenth of a second
     * @return how the run ended
     * @throws org.scelmo.core.CanceledException if the user canceled; calls in flight are abandoned
     * @throws org.scelmo.llm.cache.CacheException if the cache cannot be read
     */
    public RunSummary run(final Iterator<DescribeRow> rows, final long count, final Consumer<Description> sink,
        final Progress progress) {
        final var tally = new Tally(count, budget, progress);
        final var loop = new AskLoop<>(desk(), budget, options.concurrency(), (row, outcome) -> {
            final var description = description(row.name(), outcome);
            tally.count(description.status());
            sink.accept(description);
        });
        loop.run(questions(rows), progress, tally::show);
        return tally.summary(loop.damaged(), loop.stopped());
    }

    /**
     * Tells what a run would cost, without asking anything.
     *
     * @param rows streamed once
     * @param answer how long each answer is expected to be
     * @param price of the model, if known
     * @param progress asked for cancellation
     * @return the estimate; O(tokens)
     */
    public Estimate estimate(final Iterator<DescribeRow> rows, final Estimate.AnswerLength answer,
        final Optional<Price> price, final Progress progress) {
        final var desk = desk();
        final var survey = Survey.of(desk, questions(rows), progress);
        return Estimate.of(survey.rows(), survey.prompts(), survey.unique(), survey.unique(), survey.tokens(), answer, price,
            desk.tokenizer().isEstimated());
    }

    static Iterator<Row<Prompt>> questions(final Iterator<DescribeRow> rows) {
        return new RowIterator<>(rows, r -> Row.of(r.name(), r.prompt(), r.problem()));
    }

    DescribeDesk desk() {
        return new DescribeDesk(model, cache, Tokenizer.forModel(model.identity().model()), options);
    }

    Description description(final String name, final Outcome<TextAnswer> outcome) {
        final var answer = Optional.ofNullable(outcome.answer());
        final var lint = answer.<Set<Lint>>map(a -> options.lint().check(name, a.text(), a.end())).orElse(Set.of());
        return new Description(name, status(outcome), answer, outcome.reason(), outcome.usage(), outcome.cost(),
            outcome.hash(), Optional.ofNullable(outcome.time()), Optional.ofNullable(outcome.took()), lint);
    }

    private static RowStatus status(final Outcome<TextAnswer> outcome) {
        if (outcome.answer() == null) {
            return outcome.status();
        }
        return switch (outcome.answer().end()) {
            case COMPLETE -> outcome.status();
            case TRUNCATED -> RowStatus.TRUNCATED;
            case REFUSED -> RowStatus.REFUSED;
        };
    }
}
