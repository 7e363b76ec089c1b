package org.scelmo.llm.testserver;

import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * OpenAI's API for chat, embeddings, files and batches. Every answer with status 200 that leaves in full counts as
 * paid, whatever is in it: a client that asks again after one has paid twice.
 */
public final class OpenAiServer implements AutoCloseable {

    private static final int UNAUTHORIZED = 401;

    private static final int NOT_FOUND = 404;

    private final HttpServer m_server;

    private final String m_scheme;

    private final Map<String, Integer> m_paid = new ConcurrentHashMap<>();

    private final Queue<Request> m_requests = new ConcurrentLinkedQueue<>();

    private final AtomicInteger m_count = new AtomicInteger();

    private final BatchDesk m_batches = new BatchDesk();

    private volatile Script m_script = Script.FAIR;

    private volatile Duration m_latency = Duration.ZERO;

    private volatile String m_key = "";

    private volatile boolean m_keepRequests = true;

    private OpenAiServer(final ServerSocket socket, final String scheme) {
        m_scheme = scheme;
        m_server = new HttpServer(socket, new HttpServer.Handler() {

            @Override
            public Reply reply(final Request request) throws InterruptedException {
                return OpenAiServer.this.reply(request);
            }

            @Override
            public void leaving(final Request request, final Reply reply) {
                if (reply.isPaid() && request.method().equals("POST")) {
                    m_paid.merge(subject(request), 1, Integer::sum);
                }
            }
        });
    }

    public static OpenAiServer start() {
        return new OpenAiServer(HttpServer.loopback(), "http");
    }

    /** @param socket of an encrypted server, listening on 127.0.0.1 */
    public static OpenAiServer encrypted(final ServerSocket socket) {
        return new OpenAiServer(socket, "https");
    }

    public OpenAiServer withScript(final Script script) {
        m_script = script;
        return this;
    }

    /** @param latency between a request and the first byte of its answer */
    public OpenAiServer withLatency(final Duration latency) {
        m_latency = latency;
        return this;
    }

    /** @param key every other is answered by 401 */
    public OpenAiServer withKey(final String key) {
        m_key = key;
        return this;
    }

    /** @param end status that batches end with: completed, expired, cancelled or failed */
    public OpenAiServer withBatchesEnding(final String end) {
        m_batches.endWith(end);
        return this;
    }

    /** Requests are counted but not kept: for measurements. */
    public OpenAiServer withoutRequests() {
        m_keepRequests = false;
        return this;
    }

    public String baseUrl() {
        return m_scheme + "://127.0.0.1:" + m_server.port() + "/v1";
    }

    /** @return all requests that came in, oldest first */
    public List<Request> requests() {
        return List.copyOf(m_requests);
    }

    public int requestCount() {
        return m_count.get();
    }

    /** @return how often each question, or each list of texts, was charged for */
    public Map<String, Integer> paid() {
        return Map.copyOf(m_paid);
    }

    /** @return how many answers a provider would charge for */
    public int paidCount() {
        return m_paid.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int openConnections() {
        return m_server.openConnections();
    }

    @Override
    public void close() {
        m_server.close();
    }

    private Reply reply(final Request request) throws InterruptedException {
        m_count.incrementAndGet();
        if (m_keepRequests) {
            m_requests.add(request);
        }
        if (!m_latency.isZero()) {
            Thread.sleep(m_latency.toMillis());
        }
        final var usual = usual(request);
        return m_script.instead(request, usual).orElse(usual);
    }

    private Reply usual(final Request request) {
        if (!m_key.isEmpty() && !request.header("Authorization").equals("Bearer " + m_key)
            && !request.header("api-key").equals(m_key)) {
            return Reply.error(UNAUTHORIZED, "invalid_api_key", "Incorrect API key provided.");
        }
        final var path = request.target().replaceAll("\\?.*", "");
        if (path.endsWith("/chat/completions")) {
            final var body = Answers.parse(request.text());
            return body.path("stream").asBoolean() ? Answers.stream(body) : Answers.chat(body);
        }
        if (path.endsWith("/embeddings")) {
            return Answers.embeddings(Answers.parse(request.text()));
        }
        return m_batches.reply(request, path).orElseGet(() -> notFound(path));
    }

    private static Reply notFound(final String path) {
        return Reply.error(NOT_FOUND, "unknown_url", "Unknown request URL: " + path);
    }

    /** @return the question, or the texts, that a request is about; the path of what is neither */
    public static String subject(final Request request) {
        if (request.target().contains("/chat/completions")) {
            return Answers.question(Answers.parse(request.text()));
        }
        return request.target().contains("/embeddings")
            ? String.join("\n", Answers.inputs(Answers.parse(request.text()))) : request.target();
    }
}
