package org.scelmo.llm.model;

/**
 * Tokens that a request was charged for.
 *
 * @param inputTokens of prompt or text
 * @param outputTokens of the answer; 0 for vectors
 */
public record Usage(long inputTokens, long outputTokens) {

    /** Nothing was paid for: a model of this process, or an answer from the cache. */
    public static final Usage NONE = new Usage(0, 0);

    /** @return the tokens of both */
    public Usage plus(final Usage other) {
        return new Usage(inputTokens + other.inputTokens, outputTokens + other.outputTokens);
    }
}
