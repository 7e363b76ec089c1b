package org.scelmo.llm.openai;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

import org.scelmo.llm.http.ConnectionOptions;
import org.scelmo.llm.http.Exchange;
import org.scelmo.llm.http.Secret;
import org.scelmo.llm.http.Transport;
import org.scelmo.llm.model.ModelException;

import com.openai.azure.AzureOpenAIServiceVersion;
import com.openai.azure.credential.AzureApiKeyCredential;
import com.openai.client.OpenAIClientAsync;
import com.openai.client.OpenAIClientAsyncImpl;
import com.openai.core.ClientOptions;
import com.openai.core.LogLevel;

/** OpenAI's SDK on our transport. */
final class Client implements AutoCloseable {

    /** The SDK wants a key even where the service wants none; the transport does not send it. */
    private static final String NO_KEY = "none";

    private final Endpoint m_endpoint;

    private final Transport m_transport;

    private final OpenAIClientAsync m_sdk;

    /** @param longestAnswer in bytes */
    Client(final Endpoint endpoint, final Secret secret, final ConnectionOptions options, final long longestAnswer) {
        m_endpoint = endpoint;
        m_transport = new Transport(secret, endpoint.headers(), options, longestAnswer);
        m_sdk = new OpenAIClientAsyncImpl(options(endpoint, secret, m_transport));
    }

    OpenAIClientAsync sdk() {
        return m_sdk;
    }

    /**
     * @param request sends what carries the id of the exchange as header {@link Transport#EXCHANGE}
     * @param read makes an answer of what came
     * @return the answer; canceling it cancels the request, its pauses and its connection
     */
    <R, A> CompletableFuture<A> send(final Function<Exchange, CompletableFuture<R>> request,
        final Function<R, A> read) {
        return send(m_transport.open(), request, read);
    }

    /** Like {@link #send}, but a request that may have arrived is not repeated. */
    <R, A> CompletableFuture<A> sendOnce(final Function<Exchange, CompletableFuture<R>> request,
        final Function<R, A> read) {
        return send(m_transport.openOnce(), request, read);
    }

    /** @param what is wrong with an answer, as the end of a sentence */
    ModelException malformed(final String what) {
        return m_transport.malformed("The answer of " + m_endpoint.baseUrl() + " " + what, null);
    }

    /** @return why one of many answers is none */
    ModelException failureOf(final int status, final String body) {
        return m_transport.failureOf(status, body, m_endpoint.baseUrl().uri());
    }

    /** @param reason in the service's words */
    ModelException unanswered(final String reason) {
        return m_transport.unanswered("No answer from " + m_endpoint.baseUrl() + ": ", reason);
    }

    @Override
    public void close() {
        m_sdk.close();
    }

    private <R, A> CompletableFuture<A> send(final Exchange exchange,
        final Function<Exchange, CompletableFuture<R>> request, final Function<R, A> read) {
        final var answer = new CompletableFuture<A>();
        request.apply(exchange).thenApply(read).whenComplete((value, failure) -> {
            if (failure == null) {
                answer.complete(value);
            } else {
                fail(answer, failure);
            }
        });
        answer.whenComplete((value, failure) -> {
            if (answer.isCancelled()) {
                exchange.cancel();
            }
        });
        return answer;
    }

    private void fail(final CompletableFuture<?> answer, final Throwable failure) {
        final var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause()
            : failure;
        if (cause instanceof CancellationException) {
            answer.cancel(false);
        } else if (cause instanceof ModelException told) {
            answer.completeExceptionally(told);
        } else {
            answer.completeExceptionally(m_transport.malformed("The answer of " + m_endpoint.baseUrl()
                + " is not what OpenAI's API promises.", cause));
        }
    }

    private static ClientOptions options(final Endpoint endpoint, final Secret secret, final Transport transport) {
        final var options = ClientOptions.builder().httpClient(transport).baseUrl(endpoint.baseUrl().toString())
            .maxRetries(0).logLevel(LogLevel.OFF).disableTelemetry(true);
        if (endpoint.preset() == Preset.AZURE && !secret.isNone()) {
            options.credential(AzureApiKeyCredential.create(secret.reveal()));
        } else {
            options.apiKey(secret.isNone() ? NO_KEY : secret.reveal());
        }
        if (!endpoint.apiVersion().isEmpty()) {
            options.azureServiceVersion(AzureOpenAIServiceVersion.fromString(endpoint.apiVersion()));
            // the SDK adds it to addresses that it knows as Azure's alone, not to those of gateways
            options.replaceQueryParams("api-version", endpoint.apiVersion());
        }
        if (!endpoint.organization().isEmpty()) {
            options.organization(endpoint.organization());
        }
        if (!endpoint.project().isEmpty()) {
            options.project(endpoint.project());
        }
        endpoint.headers().values().forEach(options::putHeader);
        return options.build();
    }
}
