package org.scelmo.llm.openai;

import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

import org.scelmo.core.ScelmoException;

/**
 * What is asked of a model that embeds.
 *
 * @param model the model's (on Azure: the deployment's) name
 * @param dimensions how long the vectors shall be; empty for the model's own length. A vector of another length is an
 *            error
 * @param batchSize texts per request, 1 to 2048
 */
public record EmbeddingOptions(String model, OptionalInt dimensions, int batchSize) {

    /** OpenAI's own limit of texts per request. */
    public static final int MAX_BATCH_SIZE = 2048;

    private static final int USUAL_BATCH_SIZE = 128;

    public EmbeddingOptions {
        if (model.isBlank()) {
            throw new ScelmoException("No model is named.", "Enter the name of a model of the provider.");
        }
        if (dimensions.isPresent() && dimensions.getAsInt() < 1) {
            throw new ScelmoException("The vectors shall have " + dimensions.getAsInt() + " dimensions.",
                "Use 1 or more.");
        }
        if (batchSize < 1 || batchSize > MAX_BATCH_SIZE) {
            throw new ScelmoException("The number of texts per request is " + batchSize + ".",
                "Use 1 to " + MAX_BATCH_SIZE + ".");
        }
    }

    /** The model's own dimensions, 128 texts per request. */
    public static EmbeddingOptions of(final String model) {
        return new EmbeddingOptions(model, OptionalInt.empty(), USUAL_BATCH_SIZE);
    }

    /** @param length of the vectors, at least 1 */
    public EmbeddingOptions withDimensions(final int length) {
        return new EmbeddingOptions(model, OptionalInt.of(length), batchSize);
    }

    /** @param texts per request, 1 to {@value #MAX_BATCH_SIZE} */
    public EmbeddingOptions withBatchSize(final int texts) {
        return new EmbeddingOptions(model, dimensions, texts);
    }

    /** @return what was chosen and decides the answer, as identities hold it */
    SortedMap<String, String> parameters() {
        final var chosen = new TreeMap<String, String>();
        dimensions.ifPresent(d -> chosen.put("dimensions", Integer.toString(d)));
        return chosen;
    }
}
