package org.scelmo.llm.model;

import java.util.concurrent.CompletableFuture;

/**
 * A language model that answers prompts. Safe for use by several threads; one call is one paid request. Implementations
 * retry what is worth retrying themselves, so a failed answer is final for this execution.
 */
public interface TextModel extends AutoCloseable {

    /** @return who answers and with which parameters; part of the key of every cached answer */
    ModelIdentity identity();

    /**
     * Asks without blocking the caller.
     *
     * @param prompt what to ask
     * @return the answer; completes with a {@link ModelException} when there is none. Canceling the future abandons the
     *         call at once and never retries it
     */
    CompletableFuture<TextAnswer> ask(Prompt prompt);

    /** Abandons what still runs and releases threads and connections. */
    @Override
    void close();
}
