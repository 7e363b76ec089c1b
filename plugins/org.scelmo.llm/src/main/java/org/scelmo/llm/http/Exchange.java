package org.scelmo.llm.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

import org.scelmo.llm.model.ModelException;
import org.scelmo.llm.model.ModelException.Kind;

import com.openai.core.http.HttpResponse;

import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;

/**
 * One question on its way: attempts, pauses between them, and the end. Once a whole answer with status 2xx is here it
 * is never asked again, whatever is in it, because it has been paid for.
 */
public final class Exchange implements Callback {

    private static final int LONGEST_ERROR = 64 << 10;

    private static final String STREAM_END = "[DONE]";

    private final Transport m_transport;

    private final String m_id;

    private final boolean m_repeatable;

    private final CompletableFuture<HttpResponse> m_answer = new CompletableFuture<>();

    private Request m_request;

    private Call m_call;

    private Future<?> m_pause;

    private boolean m_canceled;

    private int m_retries;

    Exchange(final Transport transport, final String id, final boolean repeatable) {
        m_transport = transport;
        m_id = id;
        m_repeatable = repeatable;
    }

    /** @return what the SDK must send as header {@link Transport#EXCHANGE} */
    public String id() {
        return m_id;
    }

    /** Closes the connection that waits, or ends the pause; nothing is sent any more. */
    public void cancel() {
        synchronized (this) {
            m_canceled = true;
            if (m_call != null) {
                m_call.cancel();
            }
            if (m_pause != null) {
                m_pause.cancel(false);
            }
        }
        m_transport.forget(this);
        m_answer.cancel(false);
    }

    CompletableFuture<HttpResponse> start(final Request request) {
        m_request = request;
        attempt();
        return m_answer;
    }

    @Override
    public void onFailure(final Call call, final IOException failure) {
        retryOrFail(m_transport.failureOf(failure, where()));
    }

    @Override
    public void onResponse(final Call call, final Response response) {
        try (response) {
            if (response.isSuccessful()) {
                answer(response);
            } else {
                retryOrFail(m_transport.failureOf(response, peek(response), where()));
            }
        } catch (IOException e) {
            onFailure(call, e);
        }
    }

    private synchronized void attempt() {
        if (m_canceled) {
            return;
        }
        final long closedNanos = m_transport.gate().remainingNanos();
        if (closedNanos > 0) {
            pause(Duration.ofNanos(closedNanos));
            return;
        }
        m_call = m_transport.call(m_request);
        m_call.enqueue(this);
    }

    private synchronized void pause(final Duration duration) {
        if (!m_canceled) {
            try {
                m_pause = m_transport.later(this::attempt, duration);
            } catch (RejectedExecutionException e) { // NOSONAR the transport was closed meanwhile
                cancel();
            }
        }
    }

    private void answer(final Response response) throws IOException {
        final var source = response.body().source();
        final long limit = m_transport.longestAnswer();
        final var buffer = new Buffer();
        while (source.read(buffer, limit) >= 0) {
            if (buffer.size() > limit) {
                finish(new ModelException(Kind.MALFORMED_ANSWER, null, "The answer of " + where() + " is longer than "
                    + (limit >> 20) + " MiB.", "Check the base URL; this does not look like a model."));
                return;
            }
        }
        final var bytes = buffer.readByteArray();
        if (isCutStream(response, bytes)) {
            throw new EOFException("the stream ended without its end mark");
        }
        m_transport.forget(this);
        m_answer.complete(new Answer(response.code(), response.headers(), bytes));
    }

    private void retryOrFail(final Failure failure) {
        final var pause = m_repeatable || failure.exception().kind() == Kind.RATE_LIMITED
            ? m_transport.retries().pause(failure, m_retries) : Optional.<Duration>empty();
        if (pause.isEmpty()) {
            finish(m_transport.retries().told(failure, m_retries));
            return;
        }
        m_retries++;
        if (failure.pause().isPresent()) {
            m_transport.gate().close(failure.pause().get());
        }
        pause(pause.get());
    }

    private void finish(final ModelException exception) {
        m_transport.forget(this);
        m_answer.completeExceptionally(exception);
    }

    private URI where() {
        final var url = m_request.url().newBuilder().query(null).fragment(null).username("").password("").build();
        return url.uri();
    }

    private static boolean isCutStream(final Response response, final byte[] bytes) {
        if (!String.valueOf(response.header("Content-Type")).startsWith("text/event-stream")) {
            return false;
        }
        return !new String(bytes, StandardCharsets.ISO_8859_1).contains(STREAM_END);
    }

    private static String peek(final Response response) throws IOException {
        return response.peekBody(LONGEST_ERROR).string();
    }
}
