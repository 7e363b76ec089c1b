package org.scelmo.llm.run;

import org.scelmo.llm.lint.AnswerLint;

/**
 * How descriptions are asked for.
 *
 * @param concurrency requests at a time, at least 1
 * @param mostOutputTokens the most that one answer can have: the limit sent with the request, or the model's own. A
 *            budget reserves so many per request
 * @param askRefusedAgain whether prompts whose stored answer is a refusal are asked anew
 * @param lint what to look for in answers
 */
public record DescribeOptions(int concurrency, long mostOutputTokens, boolean askRefusedAgain, AnswerLint lint) {

    /** 8 requests at a time; 4,096 tokens, the limit of the model behind the published descriptions. */
    public static final DescribeOptions DEFAULT = new DescribeOptions(8, 4096, false, AnswerLint.PARAGRAPH);

    public DescribeOptions {
        if (concurrency < 1 || mostOutputTokens < 1) {
            throw new IllegalArgumentException("Requests at a time (%d) and tokens (%d) must be positive."
                .formatted(concurrency, mostOutputTokens));
        }
    }
}
