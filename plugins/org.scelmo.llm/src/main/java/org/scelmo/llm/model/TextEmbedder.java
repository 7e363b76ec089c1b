package org.scelmo.llm.model;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A model that turns texts into vectors. Safe for use by several threads; one call is one paid request. */
public interface TextEmbedder extends AutoCloseable {

    /** @return who embeds and with which parameters; part of the key of every cached vector */
    ModelIdentity identity();

    /** @return the most texts that one call of {@link #embed} takes, at least 1 */
    int maximumBatch();

    /**
     * Embeds without blocking the caller.
     *
     * @param texts 1 to {@link #maximumBatch()} texts, none empty
     * @return one vector for each text, in their order, all finite and of one length; completes with a
     *         {@link ModelException} when there is none. Canceling the future abandons the call at once
     */
    CompletableFuture<EmbeddingAnswer> embed(List<String> texts);

    /** Abandons what still runs and releases threads, connections and native memory. */
    @Override
    void close();
}
