package org.scelmo.llm.openai;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.scelmo.llm.http.ConnectionOptions;
import org.scelmo.llm.http.Exchange;
import org.scelmo.llm.http.Secret;
import org.scelmo.llm.http.Transport;
import org.scelmo.llm.model.EmbeddingAnswer;
import org.scelmo.llm.model.ModelIdentity;
import org.scelmo.llm.model.TextEmbedder;

import com.openai.models.embeddings.EmbeddingCreateParams;

/** A model behind OpenAI's embeddings. Vectors travel in base64 where the service can, a sixth of the time of text. */
public final class OpenAiTextEmbedder implements TextEmbedder {

    /** 2048 vectors of 4096 dimensions, written out as text */
    private static final long LONGEST_ANSWER = 256L << 20;

    private final Client m_client;

    private final EmbeddingOptions m_options;

    private final ModelIdentity m_identity;

    private final Vectors m_vectors;

    /**
     * @param endpoint where the service is
     * @param secret the key; never logged or part of a message
     * @param options what is asked
     * @param connection limits of time and number
     */
    public OpenAiTextEmbedder(final Endpoint endpoint, final Secret secret, final EmbeddingOptions options,
        final ConnectionOptions connection) {
        m_client = new Client(endpoint, secret, connection, LONGEST_ANSWER);
        m_options = options;
        m_identity = new ModelIdentity(endpoint.preset().provider(), endpoint.baseUrl().toString(), options.model(),
            options.parameters());
        m_vectors = new Vectors(options.dimensions(), m_client::malformed);
    }

    @Override
    public ModelIdentity identity() {
        return m_identity;
    }

    @Override
    public int maximumBatch() {
        return m_options.batchSize();
    }

    @Override
    public CompletableFuture<EmbeddingAnswer> embed(final List<String> texts) {
        if (texts.isEmpty() || texts.size() > maximumBatch() || texts.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("Embeds 1 to " + maximumBatch() + " texts, none of them empty.");
        }
        final var batch = List.copyOf(texts);
        return m_client.send(exchange -> m_client.sdk().embeddings().create(params(batch, exchange)),
            response -> m_vectors.of(response, batch.size()));
    }

    @Override
    public void close() {
        m_client.close();
    }

    private EmbeddingCreateParams params(final List<String> texts, final Exchange exchange) {
        final var params = EmbeddingCreateParams.builder().model(m_options.model()).inputOfArrayOfStrings(texts)
            .putAdditionalHeader(Transport.EXCHANGE, exchange.id());
        m_options.dimensions().ifPresent(params::dimensions);
        return params.build();
    }
}
