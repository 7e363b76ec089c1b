package org.scelmo.llm.model;

/**
 * Vectors of a batch of texts.
 *
 * @param vectors texts × dimensions, in the order of the texts
 * @param usage what the provider counted for the batch
 * @param servedModel the model that the provider says has answered
 */
public record EmbeddingAnswer(float[][] vectors, Usage usage, String servedModel) {
}
