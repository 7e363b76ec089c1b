package org.scelmo.llm.cache;

/**
 * The vector of one text.
 *
 * @param vector float32, as it came
 * @param servedModel the model that the provider says has answered
 * @param inputTokens paid for it
 */
public record VectorAnswer(float[] vector, String servedModel, long inputTokens) {
}
