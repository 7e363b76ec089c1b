package org.scelmo.llm.run;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;

import org.scelmo.core.Progress;
import org.scelmo.llm.cache.AnswerCache;
import org.scelmo.llm.cache.VectorAnswer;
import org.scelmo.llm.cost.Budget;
import org.scelmo.llm.cost.Estimate;
import org.scelmo.llm.cost.Price;
import org.scelmo.llm.cost.Tokenizer;
import org.scelmo.llm.model.TextEmbedder;

/**
 * Turns many texts into vectors, several per request. Equal texts are embedded once; what the cache knows is free;
 * every vector is stored as soon as it is there. All vectors have the same length: one that has not is an error of its
 * row. If a request is refused because of one text, the others are asked for without it. Rows are streamed.
 *
 * @param model who embeds
 * @param cache where vectors are looked up and stored
 * @param budget what may be spent
 * @param options how to ask
 */
public record EmbedRun(TextEmbedder model, AnswerCache cache, Budget budget, EmbedOptions options) {

    /**
     * @param rows streamed once
     * @param count number of rows, for the progress
     * @param sink takes the results on this thread, in the order of the rows
     * @param progress told after each answer; cancellation is noticed within a tenth of a second
     * @return how the run ended
     * @throws org.scelmo.core.CanceledException if the user canceled; calls in flight are abandoned
     * @throws org.scelmo.llm.cache.CacheException if the cache cannot be read
     */
    public RunSummary run(final Iterator<EmbedRow> rows, final long count, final Consumer<Embedded> sink,
        final Progress progress) {
        final var tally = new Tally(count, budget, progress);
        final var desk = desk();
        final var loop = new AskLoop<>(desk, budget, options.concurrency(), (row, outcome) -> {
            final var embedded = embedded(row, outcome);
            tally.count(embedded.status());
            sink.accept(embedded);
        });
        loop.run(new RowIterator<>(rows, desk::row), progress, tally::show);
        return tally.summary(loop.damaged(), loop.stopped());
    }

    /**
     * Tells what a run would cost, without asking anything.
     *
     * @param rows streamed once
     * @param price of the model, if known
     * @param progress asked for cancellation
     * @return the estimate; O(tokens)
     */
    public Estimate estimate(final Iterator<EmbedRow> rows, final Optional<Price> price, final Progress progress) {
        final var desk = desk();
        final var survey = Survey.of(desk, new RowIterator<>(rows, desk::row), progress);
        final long byCount = ceil(survey.unique(), desk.mostQuestions());
        final long byTokens = ceil(survey.tokens(), desk.mostTokens());
        return Estimate.of(survey.rows(), survey.prompts(), survey.unique(), Math.max(byCount, byTokens), survey.tokens(),
            Estimate.AnswerLength.NONE, price, desk.tokenizer().isEstimated());
    }

    private EmbedDesk desk() {
        return new EmbedDesk(model, cache, Tokenizer.forModel(model.identity().model()), options);
    }

    private static Embedded embedded(final Row<String> row, final Outcome<VectorAnswer> outcome) {
        final boolean cut = row.mark() == RowStatus.TRUNCATED && outcome.answer() != null;
        return new Embedded(row.name(), cut ? RowStatus.TRUNCATED : outcome.status(),
            Optional.ofNullable(outcome.answer()), outcome.reason(), outcome.usage(), outcome.cost(),
            outcome.hash(), Optional.ofNullable(outcome.time()));
    }

    private static long ceil(final long number, final long by) {
        return (number + by - 1) / by;
    }
}
