package org.scelmo.llm.run;

import org.scelmo.llm.text.TextCleaning;

/**
 * How vectors are asked for.
 *
 * @param concurrency requests at a time, at least 1
 * @param batch texts per request at most; the model's own limit holds as well
 * @param batchTokens tokens per request at most
 * @param longestText tokens that a text may have; a longer one is cut if {@code cutLongTexts}, else an error of its row
 * @param cutLongTexts whether longer texts are cut
 * @param cleaning what is done to each text first
 * @param dimensions length that each vector must have; 0 for that of the first one
 */
public record EmbedOptions(int concurrency, int batch, long batchTokens, int longestText, boolean cutLongTexts,
    TextCleaning cleaning, int dimensions) {

    /**
     * 4 requests at a time, of up to 128 texts and 100,000 tokens; texts up to 8,191 tokens, the limit of OpenAI's
     * models; scELMo's rule for line feeds.
     */
    public static final EmbedOptions DEFAULT =
        new EmbedOptions(4, 128, 100_000, 8191, false, TextCleaning.LINE_FEEDS, 0);

    public EmbedOptions {
        if (concurrency < 1 || batch < 1 || batchTokens < 1 || longestText < 1 || dimensions < 0) {
            throw new IllegalArgumentException(
                "Requests at a time (%d), texts (%d), tokens (%d) and the longest text (%d) must be positive."
                    .formatted(concurrency, batch, batchTokens, longestText));
        }
    }
}
