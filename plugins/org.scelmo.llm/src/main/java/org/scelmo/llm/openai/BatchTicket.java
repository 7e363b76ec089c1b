package org.scelmo.llm.openai;

/**
 * What is left to remember between handing in a batch and collecting it, perhaps days and another execution later.
 *
 * @param batchId the provider's id of the batch
 * @param endpoint the base URL of the service that has it
 * @param requests how many prompts it holds
 */
public record BatchTicket(String batchId, String endpoint, int requests) {
}
