package org.scelmo.llm.cost;

import java.math.BigDecimal;
import java.util.Optional;

import org.scelmo.llm.model.Usage;

/**
 * What a run is going to cost, told before it begins.
 *
 * @param rows prompts or texts, with duplicates
 * @param prompts different prompts or texts of these; rows that repeat another are free
 * @param unique those whose answer is not known, to be paid for
 * @param requests to be sent; fewer than {@code unique} when texts go in batches
 * @param inputTokens of those to be paid for
 * @param fewestOutputTokens expected at least
 * @param mostOutputTokens expected at most
 * @param lowest money expected at least; empty if no price is known
 * @param highest money expected at most; empty if no price is known
 * @param estimated whether the model counts tokens in a way not known here
 */
public record Estimate(long rows, long prompts, long unique, long requests, long inputTokens,
    long fewestOutputTokens, long mostOutputTokens, Optional<BigDecimal> lowest, Optional<BigDecimal> highest,
    boolean estimated) {

    /**
     * @param rows prompts or texts, with duplicates
     * @param prompts different ones of these
     * @param unique those to be paid for
     * @param requests to be sent for them
     * @param inputTokens of those to be paid for
     * @param answer how long each answer will be
     * @param price of the model, if known
     * @param estimated whether the model counts tokens in a way not known here
     * @return the estimate
     */
    public static Estimate of(final long rows, final long prompts, final long unique, final long requests,
        final long inputTokens, final AnswerLength answer, final Optional<Price> price, final boolean estimated) {
        final long fewest = unique * answer.fewest();
        final long most = unique * answer.most();
        return new Estimate(rows, prompts, unique, requests, inputTokens, fewest, most,
            price.map(p -> p.of(new Usage(inputTokens, fewest))), price.map(p -> p.of(new Usage(inputTokens, most))),
            estimated);
    }

    /** @return different prompts or texts whose answer is known: free */
    public long cached() {
        return prompts - unique;
    }

    /**
     * How many tokens an answer has.
     *
     * @param fewest expected at least
     * @param most expected at most
     */
    public record AnswerLength(long fewest, long most) {

        /** Vectors have no tokens. */
        public static final AnswerLength NONE = new AnswerLength(0, 0);
        /** One academic paragraph, the answer to the presets. */
        public static final AnswerLength PARAGRAPH = new AnswerLength(100, 400);

        /** @return the same, with a limit of output tokens */
        public AnswerLength atMost(final long limit) {
            return new AnswerLength(Math.min(fewest, limit), Math.min(most, limit));
        }
    }
}
