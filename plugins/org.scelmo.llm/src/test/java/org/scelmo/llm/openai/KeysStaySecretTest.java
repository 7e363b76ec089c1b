package org.scelmo.llm.openai;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.scelmo.llm.http.ConnectionOptions;
import org.scelmo.llm.http.ExtraHeaders;
import org.scelmo.llm.http.Secret;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.testserver.OpenAiServer;
import org.scelmo.llm.testserver.Reply;
import org.scelmo.llm.testserver.Reply.Delivery;
import org.scelmo.llm.testserver.Request;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever fails, and even if the service repeats what it was sent: no exception and no log tells the key. */
class KeysStaySecretTest {

    private static final List<Integer> STATUSES = List.of(200, 307, 400, 401, 402, 403, 404, 407, 408, 409, 418, 429, 500);

    private static final ConnectionOptions CONNECTION =
        ConnectionOptions.DEFAULT.withRetries(1).withCallTimeout(Duration.ofMillis(150));

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void noFailureTellsTheKey(@ForAll("keys") final String key, @ForAll("keys") final String token,
        @ForAll("statuses") final int status, @ForAll final Delivery delivery, @ForAll final boolean json,
        @ForAll final boolean azure) {
        final var log = new Log();
        final var root = Logger.getLogger("");
        final var before = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(log);
        try (var server = OpenAiServer.start().withScript((r, usual) -> Optional.of(echo(r, status, json, delivery)))) {
            final var endpoint = Endpoint.of(azure ? Preset.AZURE : Preset.CUSTOM, server.baseUrl(), false)
                .withHeaders(new ExtraHeaders(Map.of("X-Gateway", token)));
            final var options = ChatOptions.of("m", Preset.CUSTOM);
            try (var model = new OpenAiTextModel(endpoint, Secret.of(key), options, CONNECTION)) {
                final var told = told(Failures.of(model.ask(Prompt.of("q")))) + model + endpoint + model.identity()
                    + log.m_lines;
                assertFalse(told.contains(key), "the key is told");
                assertFalse(told.contains(token), "the token of the gateway is told");
            }
        } finally {
            root.removeHandler(log);
            root.setLevel(before);
        }
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings().withCharRange('!', '~').ofMinLength(12).ofMaxLength(80);
    }

    @Provide
    Arbitrary<Integer> statuses() {
        return Arbitraries.of(STATUSES);
    }

    private static Reply echo(final Request request, final int status, final boolean json, final Delivery delivery) {
        final var sent = request.headers().toString();
        final var quoted = sent.replace("\\", "\\\\").replace("\"", "\\\"");
        final var reply = json ? Reply.error(status, "echo", "You sent " + quoted)
            : Reply.of(status, "text/plain", "You sent " + sent);
        return reply.with("retry-after-ms", "1").with("Location", "/" + request.header("Authorization"))
            .delivered(delivery);
    }

    private static String told(final Throwable failure) {
        final var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static final class Log extends Handler {

        private final Queue<String> m_lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(final LogRecord line) {
            m_lines.add(line.getMessage() + " " + line.getThrown());
        }

        @Override
        public void flush() {
            // every line is kept at once
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
