package org.scelmo.llm.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.llm.http.ConnectionOptions;
import org.scelmo.llm.http.Secret;
import org.scelmo.llm.model.ModelException;
import org.scelmo.llm.model.ModelException.Kind;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.model.TextAnswer;
import org.scelmo.llm.testserver.OpenAiServer;
import org.scelmo.llm.testserver.Reply;
import org.scelmo.llm.testserver.Reply.Delivery;
import org.scelmo.llm.testserver.Script;

/** Failures on the way: told apart, retried where that helps, and never at the cost of a second payment. */
class ConnectionTest {

    private static final Prompt PROMPT = Prompt.of("What is gene: CD79A?");

    private final OpenAiServer m_server = OpenAiServer.start();

    @AfterEach
    void stop() {
        m_server.close();
    }

    @ParameterizedTest
    @CsvSource({"400, x, BAD_REQUEST", "401, x, UNAUTHORIZED", "402, x, QUOTA_EXHAUSTED", "403, x, FORBIDDEN",
        "404, x, NOT_FOUND", "405, x, NOT_FOUND", "407, x, PROXY", "413, x, BAD_REQUEST", "422, x, BAD_REQUEST",
        "418, x, BAD_REQUEST", "429, insufficient_quota, QUOTA_EXHAUSTED"})
    void whatAnotherAttemptCannotHealFailsAtOnce(final int status, final String code, final Kind kind) {
        final var e = failure(Reply.error(status, code, "the words of the service"), options().withRetries(3));
        assertEquals(kind, e.kind());
        assertTrue(e.getMessage().contains(m_server.baseUrl() + "/chat/completions"), e.getMessage());
        assertEquals(kind != Kind.PROXY, e.getMessage().contains("the words of the service"));
        assertFalse(e.resolutions().isEmpty());
        assertEquals(1, m_server.requestCount());
    }

    @ParameterizedTest
    @CsvSource({"408, TIMEOUT", "409, SERVER", "429, RATE_LIMITED", "500, SERVER", "502, SERVER", "503, SERVER"})
    void whatMayHealIsTriedAgainUntilTheRetriesEnd(final int status, final Kind kind) {
        final var e = failure(Reply.error(status, "x", "Later.").with("retry-after-ms", "5"), options().withRetries(2));
        assertEquals(kind, e.kind());
        assertTrue(e.getMessage().endsWith("(3 attempts)"), e.getMessage());
        assertEquals(3, m_server.requestCount());
        assertEquals(0, m_server.paidCount());
    }

    @Test
    void aServiceThatForbidsRetriesIsObeyed() {
        failure(Reply.error(500, "x", "No.").with("X-Should-Retry", "false"), options().withRetries(3));
        assertEquals(1, m_server.requestCount());
    }

    @ParameterizedTest
    @EnumSource(names = {"DROP", "HALF"})
    void aBrokenConnectionIsTriedAgain(final Delivery delivery) {
        final var reply = Reply.ok("{\"choices\":[]}").delivered(delivery);
        m_server.withScript(Script.first(1, reply));
        assertEquals("Answer to: What is gene: CD79A?", ask(options()).join().text());
        final var e = failure(reply, options().withRetries(0));
        assertEquals(Kind.SERVER, e.kind());
        assertTrue(e.getMessage().contains("broke before the answer was complete"), e.getMessage());
    }

    @Test
    void aStreamWithoutItsEndIsTriedAgain() {
        m_server.withScript(Script.first(1, Reply.of(200, "text/event-stream", "data: {\"choices\":[]}\n\n")));
        try (var model = model(m_server.baseUrl(), options(), chat().withStream(true))) {
            assertEquals("Answer to: What is gene: CD79A?", model.ask(PROMPT).join().text());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TRICKLE", "SILENCE"})
    void neitherSilenceNorATrickleOfBytesOutlastsTheTimeout(final Delivery delivery) {
        final var e = failure(Reply.ok("{\"choices\":[]}").delivered(delivery),
            options().withRetries(1).withCallTimeout(Duration.ofMillis(300)));
        assertEquals(Kind.TIMEOUT, e.kind());
        assertEquals(2, m_server.requestCount());
    }

    @Test
    void aPauseThatIsLongerThanAllowedIsNotWaitedFor() {
        final var e = failure(Reply.error(429, "x", "Later.").with("Retry-After", "3600"),
            options().withLongestWait(Duration.ofSeconds(20)));
        assertEquals(Kind.RATE_LIMITED, e.kind());
        assertTrue(e.getMessage().contains("pause of 3600 s; the longest that is kept is 20 s"), e.getMessage());
        assertEquals(1, m_server.requestCount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/v1/chat/completions", "/elsewhere"})
    void aRedirectIsToldInsteadOfFollowed(final String target) {
        final var e = failure(Reply.error(307, "x", "").with("Location", target), options());
        assertEquals(Kind.NOT_FOUND, e.kind());
        assertTrue(e.getMessage().contains("not followed"), e.getMessage());
        assertEquals(1, m_server.requestCount());
    }

    @Test
    void aPortWhereNobodyListensIsUnreachable() throws IOException {
        final int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (var model = model("http://127.0.0.1:" + free, options().withRetries(1), chat())) {
            final var e = Failures.of(model.ask(PROMPT));
            assertEquals(Kind.UNREACHABLE, e.kind());
            assertTrue(e.getMessage().contains("Nobody answers at http://127.0.0.1:" + free), e.getMessage());
        }
    }

    @Test
    void aHostThatIsNotKnownIsUnreachable() {
        try (var model = model("https://no-such-host.invalid/v1", options().withRetries(0), chat())) {
            final var e = Failures.of(model.ask(PROMPT));
            assertEquals(Kind.UNREACHABLE, e.kind());
            assertTrue(e.getMessage().contains("no-such-host.invalid is not known"), e.getMessage());
        }
    }

    @Test
    void anEndlessAnswerDoesNotFillTheMemory() {
        final var huge = "x".repeat(17 << 20);
        final var e = failure(Reply.ok("{\"choices\":[],\"x\":\"" + huge + "\"}"), options());
        assertEquals(Kind.MALFORMED_ANSWER, e.kind());
        assertTrue(e.getMessage().contains("longer than 16 MiB"), e.getMessage());
    }

    @Test
    void cancelingClosesTheConnectionThatHangs() throws InterruptedException {
        m_server.withScript(Script.delivered(Delivery.SILENCE));
        try (var model = model(m_server.baseUrl(), options(), chat())) {
            final var answer = model.ask(PROMPT);
            waitFor(() -> m_server.requestCount() == 1);
            assertTrue(answer.cancel(true));
            waitFor(() -> m_server.openConnections() == 0);
        }
        assertEquals(1, m_server.requestCount());
    }

    @Test
    void cancelingEndsAPauseSoThatNothingIsSentAnyMore() throws InterruptedException {
        m_server.withScript(Script.always(Reply.error(429, "x", "Later.").with("retry-after-ms", "200")));
        try (var model = model(m_server.baseUrl(), options(), chat())) {
            final var answer = model.ask(PROMPT);
            waitFor(() -> m_server.requestCount() == 1);
            answer.cancel(true);
            Thread.sleep(400);
        }
        assertEquals(1, m_server.requestCount());
    }

    @Test
    void closingCancelsWhatStillRunsAndLetsThreadsGo() throws InterruptedException {
        m_server.withScript(Script.delivered(Delivery.SILENCE));
        final List<CompletableFuture<TextAnswer>> answers;
        try (var model = model(m_server.baseUrl(), options().withConcurrency(2), chat())) {
            answers = List.of(model.ask(PROMPT), model.ask(PROMPT), model.ask(PROMPT), model.ask(PROMPT));
            waitFor(() -> m_server.requestCount() == 2);
        }
        waitFor(() -> answers.stream().allMatch(CompletableFuture::isCancelled));
        waitFor(() -> m_server.openConnections() == 0);
        waitFor(() -> Thread.getAllStackTraces().keySet().stream()
            .noneMatch(t -> t.isAlive() && t.getName().equals("scelmo-llm-pause")));
    }

    @Test
    void noMoreRequestsAreUnderWayThanAllowed() throws InterruptedException {
        m_server.withScript(Script.delivered(Delivery.SILENCE));
        try (var model = model(m_server.baseUrl(), options().withConcurrency(3), chat())) {
            for (int i = 0; i < 10; i++) {
                model.ask(PROMPT);
            }
            waitFor(() -> m_server.requestCount() == 3);
            Thread.sleep(200);
            assertEquals(3, m_server.requestCount());
        }
    }

    private ModelException failure(final Reply reply, final ConnectionOptions options) {
        m_server.withScript(Script.always(reply));
        try (var model = model(m_server.baseUrl(), options, chat())) {
            return Failures.of(model.ask(PROMPT));
        }
    }

    private CompletableFuture<TextAnswer> ask(final ConnectionOptions options) {
        try (var model = model(m_server.baseUrl(), options, chat())) {
            return CompletableFuture.completedFuture(model.ask(PROMPT).join());
        }
    }

    private static OpenAiTextModel model(final String url, final ConnectionOptions options, final ChatOptions chat) {
        return new OpenAiTextModel(Endpoint.of(Preset.CUSTOM, url, false), Secret.of("sk-test-0123456789"), chat,
            options);
    }

    private static ConnectionOptions options() {
        return ConnectionOptions.DEFAULT;
    }

    private static ChatOptions chat() {
        return ChatOptions.of("m", Preset.CUSTOM);
    }

    /** Long enough for a busy machine, far shorter than any timeout that could help out. */
    private static void waitFor(final BooleanSupplier state) throws InterruptedException {
        final long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!state.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not happen");
            Thread.sleep(5);
        }
    }
}
