package org.scelmo.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.scelmo.llm.http.ConnectionOptions;
import org.scelmo.llm.http.Secret;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.openai.ChatOptions;
import org.scelmo.llm.openai.Endpoint;
import org.scelmo.llm.openai.OpenAiTextModel;
import org.scelmo.llm.openai.Preset;

/** Questions per second to a service on this machine that takes 20 ms for each, 16 at a time; the ideal is 800. */
public final class RequestRateBenchmark {

    private static final int GENES = 5_000;
    private static final int CONCURRENCY = 16;
    private static final int LATENCY_MILLIS = 20;
    private static final int RUNS = 3;
    private static final String BODY = "{\"id\":\"1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\","
        + "\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":\""
        + "a word of the answer ".repeat(60) + "\"}}]}";
    private static final byte[] ANSWER = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + BODY.length() + "\r\n\r\n" + BODY).getBytes(StandardCharsets.US_ASCII);

    private RequestRateBenchmark() {
    }

    public static void main(final String[] args) throws Exception {
        Timing.printMachine();
        try (var socket = new ServerSocket(0, CONCURRENCY, InetAddress.getLoopbackAddress())) {
            daemon(() -> accept(socket));
            final var endpoint = Endpoint.of(Preset.CUSTOM, "http://127.0.0.1:" + socket.getLocalPort(), false);
            try (var model = new OpenAiTextModel(endpoint, Secret.NONE, ChatOptions.of("m", Preset.CUSTOM),
                ConnectionOptions.DEFAULT.withConcurrency(CONCURRENCY))) {
                final double seconds = Timing.median(RUNS, () -> ask(model));
                final double rate = GENES / seconds;
                final double ideal = 1000.0 * CONCURRENCY / LATENCY_MILLIS;
                System.out.printf("%,d questions, %d at a time, %d ms each: %.2f s, %.0f per second, %.0f %% of the ideal%n",
                    GENES, CONCURRENCY, LATENCY_MILLIS, seconds, rate, 100 * rate / ideal);
            }
        }
    }

    private static Object ask(final OpenAiTextModel model) {
        final var answers = IntStream.range(0, GENES).mapToObj(i -> model.ask(Prompt.of("Tell me about gene " + i)))
            .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(answers).join();
    }

    private static Object accept(final ServerSocket server) throws IOException {
        while (true) {
            final var client = server.accept();
            daemon(() -> serve(client));
        }
    }

    private static Object serve(final Socket client) throws IOException, InterruptedException {
        try (client) {
            client.setTcpNoDelay(true);
            final var in = new BufferedInputStream(client.getInputStream());
            while (skipRequest(in)) {
                Thread.sleep(LATENCY_MILLIS);
                client.getOutputStream().write(ANSWER);
            }
        }
        return null;
    }

    /** @return whether there was one */
    private static boolean skipRequest(final InputStream in) throws IOException {
        int length = 0;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return length > 0 && in.readNBytes(length).length == length;
    }

    private static String line(final InputStream in) throws IOException {
        final var line = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            line.append((char)read);
        }
        return line.toString().strip();
    }

    private static void daemon(final Callable<?> task) {
        final var thread = new Thread(() -> {
            try {
                task.call();
            } catch (Exception e) { // NOSONAR the client has gone
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
