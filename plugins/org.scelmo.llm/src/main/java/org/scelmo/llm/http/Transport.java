package org.scelmo.llm.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.scelmo.llm.model.ModelException;
import org.scelmo.llm.model.ModelException.Kind;

import com.openai.core.RequestOptions;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import com.openai.core.http.HttpResponse;

import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The SDK's way to the service, ours instead of its own so that a canceled question really closes its connection, a
 * long Retry-After is kept, a redirect never carries the key away and a failure is told in our words. Connections and
 * threads belong to this instance and end with it. Proxy and its login are those of the JVM, which KNIME sets.
 */
public final class Transport implements HttpClient {

    /** The header by which the transport knows its exchange; services that know it also pay no request twice. */
    public static final String EXCHANGE = "Idempotency-Key";

    private static final long KEEP_ALIVE_SECONDS = 30;

    private final Map<String, Exchange> m_exchanges = new ConcurrentHashMap<>();

    private final RateGate m_gate = new RateGate();

    private final ScheduledExecutorService m_timer;

    private final ExecutorService m_threads;

    private final OkHttpClient m_client;

    private final Redactor m_redactor;

    private final RetryPolicy m_retries;

    private final StatusFailures m_statusFailures;

    private final ConnectionFailures m_connectionFailures;

    private final long m_longestAnswer;

    private final boolean m_withoutKey;

    /** @param longestAnswer in bytes; what is longer is refused instead of filling the memory */
    public Transport(final Secret secret, final ExtraHeaders headers, final ConnectionOptions options,
        final long longestAnswer) {
        m_redactor = new Redactor(secret, headers);
        m_longestAnswer = longestAnswer;
        m_withoutKey = secret.isNone();
        m_retries = new RetryPolicy(options);
        m_statusFailures = new StatusFailures(m_redactor);
        m_timer = Executors.newSingleThreadScheduledExecutor(r -> thread(r, "scelmo-llm-pause"));
        m_threads = Executors.newCachedThreadPool(r -> thread(r, "scelmo-llm-request"));
        m_client = client(options, m_threads);
        m_connectionFailures = new ConnectionFailures(m_redactor, m_client.proxySelector());
    }

    /** @return a question that can be canceled; the request carries its id */
    public Exchange open() {
        return open(true);
    }

    /** @return a question that is not sent again when it may have arrived, because doing it twice costs twice */
    public Exchange openOnce() {
        return open(false);
    }

    /**
     * @param what is wrong with an answer, a whole sentence
     * @param cause why, or {@code null}; what it says of secrets is left out
     */
    public ModelException malformed(final String what, final Throwable cause) {
        final var reason = cause == null ? "" : " " + m_redactor.line(String.valueOf(cause.getMessage()));
        return new ModelException(Kind.MALFORMED_ANSWER, cause == null ? null : m_redactor.cause(cause), what + reason,
            "Check that the base URL leads to a service that speaks OpenAI's API, and that the model suits the task.");
    }

    /**
     * @param what happened, up to the reason
     * @param reason in the service's words; what they say of secrets is left out
     */
    public ModelException unanswered(final String what, final String reason) {
        return new ModelException(Kind.SERVER, null, what + m_redactor.line(reason), "Ask again.");
    }

    /**
     * @param status of an answer that came inside another, as those of a batch do
     * @param body of that answer
     * @param where endpoint
     */
    public ModelException failureOf(final int status, final String body, final URI where) {
        return m_statusFailures.of(status, Headers.of(), body, where.toString()).exception();
    }

    @Override
    public CompletableFuture<HttpResponse> executeAsync(final HttpRequest request, final RequestOptions options) {
        final var ids = request.headers().values(EXCHANGE);
        final var exchange = ids.isEmpty() ? null : m_exchanges.get(ids.get(0));
        if (exchange == null) { // canceled before the SDK came to send it
            final var canceled = new CompletableFuture<HttpResponse>();
            canceled.cancel(false);
            return canceled;
        }
        return exchange.start(toOkHttp(request));
    }

    @Override
    public HttpResponse execute(final HttpRequest request, final RequestOptions options) {
        try {
            return executeAsync(request, options).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Cancels what still runs and lets connections and threads go. */
    @Override
    public void close() {
        m_timer.shutdownNow();
        m_exchanges.values().forEach(Exchange::cancel);
        m_threads.shutdown();
        m_client.connectionPool().evictAll();
    }

    void forget(final Exchange exchange) {
        m_exchanges.remove(exchange.id());
    }

    Call call(final Request request) {
        return m_client.newCall(request);
    }

    Future<?> later(final Runnable task, final Duration pause) {
        return m_timer.schedule(task, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    RateGate gate() {
        return m_gate;
    }

    RetryPolicy retries() {
        return m_retries;
    }

    long longestAnswer() {
        return m_longestAnswer;
    }

    Failure failureOf(final IOException failure, final URI where) {
        return m_connectionFailures.of(failure, where);
    }

    Failure failureOf(final Response response, final String body, final URI where) {
        return m_statusFailures.of(response.code(), response.headers(), body, where.toString());
    }

    private Exchange open(final boolean repeatable) {
        final var exchange = new Exchange(this, UUID.randomUUID().toString(), repeatable);
        m_exchanges.put(exchange.id(), exchange);
        return exchange;
    }

    private static OkHttpClient client(final ConnectionOptions options, final ExecutorService threads) {
        final var dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(options.concurrency());
        dispatcher.setMaxRequestsPerHost(options.concurrency());
        final var proxies = ProxySelector.getDefault();
        final var builder = new OkHttpClient.Builder().dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(options.concurrency(), KEEP_ALIVE_SECONDS, TimeUnit.SECONDS))
            .connectTimeout(options.connectTimeout()).readTimeout(options.idleTimeout())
            .writeTimeout(options.idleTimeout()).callTimeout(options.callTimeout())
            .followRedirects(false).followSslRedirects(false).retryOnConnectionFailure(false)
            .proxyAuthenticator(new ProxyLogin());
        return proxies == null ? builder.build() : builder.proxySelector(proxies).build();
    }

    private Request toOkHttp(final HttpRequest request) {
        final var url = HttpUrl.get(request.baseUrl()).newBuilder();
        request.pathSegments().forEach(url::addPathSegment);
        for (final var key : request.queryParams().keys()) {
            request.queryParams().values(key).forEach(value -> url.addQueryParameter(key, value));
        }
        final var builder = new Request.Builder().url(url.build()).method(request.method().name(), body(request));
        for (final var name : request.headers().names()) {
            if (!(m_withoutKey && name.equalsIgnoreCase("Authorization"))) {
                request.headers().values(name).forEach(value -> builder.addHeader(name, value));
            }
        }
        return builder.build();
    }

    /** In memory, so that every attempt can send it again. */
    private static RequestBody body(final HttpRequest request) {
        try (HttpRequestBody body = request.body()) {
            if (body == null) {
                return request.method().name().equals("POST") ? RequestBody.create(new byte[0], null) : null;
            }
            final var bytes = new ByteArrayOutputStream();
            body.writeTo(bytes);
            final var type = body.contentType();
            return RequestBody.create(bytes.toByteArray(), type == null ? null : MediaType.get(type));
        }
    }

    private static Thread thread(final Runnable task, final String name) {
        final var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
