package org.scelmo.llm.openai;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.scelmo.llm.http.ConnectionOptions;
import org.scelmo.llm.http.Exchange;
import org.scelmo.llm.http.Secret;
import org.scelmo.llm.http.Transport;
import org.scelmo.llm.model.ModelIdentity;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.model.TextAnswer;
import org.scelmo.llm.model.TextModel;

import com.openai.core.http.AsyncStreamResponse;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;

/** A model behind OpenAI's chat completions. */
public final class OpenAiTextModel implements TextModel {

    private static final long LONGEST_ANSWER = 16L << 20;

    private final Client m_client;

    private final ChatOptions m_options;

    private final ChatRequests m_requests;

    private final ModelIdentity m_identity;

    private final ChatAnswers m_answers;

    /**
     * @param endpoint where the service is
     * @param secret the key; never logged or part of a message
     * @param options what is asked
     * @param connection limits of time and number
     */
    public OpenAiTextModel(final Endpoint endpoint, final Secret secret, final ChatOptions options,
        final ConnectionOptions connection) {
        m_client = new Client(endpoint, secret, connection, LONGEST_ANSWER);
        m_options = options;
        m_requests = new ChatRequests(options);
        m_identity = identity(endpoint, options);
        m_answers = new ChatAnswers(m_client::malformed);
    }

    /** Who would answer, without a connection: an answer of a batch has the same identity as one asked for singly. */
    public static ModelIdentity identity(final Endpoint endpoint, final ChatOptions options) {
        return new ModelIdentity(endpoint.preset().provider(), endpoint.baseUrl().toString(), options.model(),
            options.parameters());
    }

    @Override
    public ModelIdentity identity() {
        return m_identity;
    }

    @Override
    public CompletableFuture<TextAnswer> ask(final Prompt prompt) {
        return m_client.send(exchange -> m_options.stream() ? stream(prompt, exchange)
            : m_client.sdk().chat().completions().create(params(prompt, exchange).build()), m_answers::of);
    }

    @Override
    public void close() {
        m_client.close();
    }

    private ChatCompletionCreateParams.Builder params(final Prompt prompt, final Exchange exchange) {
        return m_requests.of(prompt).putAdditionalHeader(Transport.EXCHANGE, exchange.id());
    }

    private CompletableFuture<ChatCompletion> stream(final Prompt prompt, final Exchange exchange) {
        final var pieces = ChatCompletionAccumulator.create();
        final var whole = new CompletableFuture<ChatCompletion>();
        final var params = params(prompt, exchange)
            .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build()).build();
        m_client.sdk().chat().completions().createStreaming(params)
            .subscribe(new AsyncStreamResponse.Handler<ChatCompletionChunk>() {

                @Override
                public void onNext(final ChatCompletionChunk piece) {
                    pieces.accumulate(piece);
                }

                @Override
                public void onComplete(final Optional<Throwable> failure) {
                    failure.ifPresentOrElse(whole::completeExceptionally,
                        () -> whole.completeAsync(pieces::chatCompletion, Runnable::run));
                }
            });
        return whole;
    }
}
