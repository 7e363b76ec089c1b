package org.scelmo.equinox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.Bundle;

import com.sun.net.httpserver.HttpServer;

/** Asks a service on this machine through the bundle's own classes, which are not on this class path. */
final class LanguageModelCall {

    private static final String ANSWER = "{\"id\":\"1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\","
        + "\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":"
        + "\"from inside the framework\"}}]}";

    private static final long LONGEST_SECONDS = 120;

    private final Bundle m_bundle;

    LanguageModelCall(final Bundle bundle) {
        m_bundle = bundle;
    }

    /** @return what the service answered, as the bundle tells it */
    String answer() throws Exception {
        final var server = service();
        try (var model = (AutoCloseable)model("http://127.0.0.1:" + server.getAddress().getPort() + "/v1")) {
            final var prompt = type("model.Prompt").getMethod("of", String.class).invoke(null, "Who is there?");
            final var future = (CompletableFuture<?>)model.getClass().getMethod("ask", type("model.Prompt"))
                .invoke(model, prompt);
            return String.valueOf(future.get(LONGEST_SECONDS, TimeUnit.SECONDS));
        } finally {
            server.stop(0);
        }
    }

    private Object model(final String url) throws ReflectiveOperationException {
        final var preset = type("openai.Preset").getField("CUSTOM").get(null);
        final var endpoint = type("openai.Endpoint").getMethod("of", type("openai.Preset"), String.class, boolean.class)
            .invoke(null, preset, url, false);
        final var secret = type("http.Secret").getField("NONE").get(null);
        final var options = type("openai.ChatOptions").getMethod("of", String.class, type("openai.Preset"))
            .invoke(null, "m", preset);
        final var connection = type("http.ConnectionOptions").getField("DEFAULT").get(null);
        return type("openai.OpenAiTextModel").getConstructor(type("openai.Endpoint"), type("http.Secret"),
            type("openai.ChatOptions"), type("http.ConnectionOptions"))
            .newInstance(endpoint, secret, options, connection);
    }

    private Class<?> type(final String name) throws ClassNotFoundException {
        return m_bundle.loadClass("org.scelmo.llm." + name);
    }

    private static HttpServer service() throws IOException {
        final var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            final var answer = ANSWER.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }
}
