package org.scelmo.nodes.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.knime.core.node.port.PortObject;
import org.knime.node.parameters.NodeParameters;
import org.scelmo.embedded.runner.view.Browser;
import org.scelmo.embedded.runner.view.NodeView;
import org.scelmo.embedded.ui.ViewSheet;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A view's page as a real browser shows it, with its data and calls answered by the node. */
public final class PageInBrowser {

    /** Names that would be markup, break out of an attribute, turn the text around or burst the page. */
    public static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\">'\"&lt;\u202Eevil"
        + "x".repeat(300);

    /** Answers the page as KNIME does, in the same window; then does what the test wants. */
    private static final String HOST = """
            <script>
            addEventListener("message", async ({ data }) => {
              if (data.type === "UIExtensionRequest") {
                const { method, params } = data.payload;
                const payload = method === "getConfig" ? {} : await fetch("/" + params[0].serviceType,
                  { method: "POST", body: params[0].dataServiceRequest }).then((answer) => answer.json());
                postMessage({ type: "UIExtensionResponse", requestId: data.requestId, payload }, "*");
              }
            });
            addEventListener("error", (event) => { document.documentElement.dataset.error = event.message; });
            setTimeout(() => { %s }, 3000);
            </script>
            """;

    private PageInBrowser() {
    }

    /**
     * @param folder for what the browser writes
     * @param sheet the view
     * @param parameters of the view, null if it has none
     * @param script run when the page is drawn
     * @param internals what execution kept for the view
     * @return the document after all that; the test is skipped without a browser
     */
    public static String dom(final Path folder, final ViewSheet sheet, final NodeParameters parameters,
        final String script, final PortObject... internals) throws IOException, InterruptedException {
        final var browser = Browser.find();
        assumeTrue(browser.isPresent(), "Chromium is not installed: the page is not tried in a browser");
        final var view = NodeView.of("view", sheet, parameters, internals);
        final String page;
        try (var in = sheet.page().getInputStream()) {
            page = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("<head>",
                "<head>" + HOST.formatted(script));
        }
        final var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> answer(exchange, "text/html", page));
        server.createContext("/initial_data", exchange -> answer(exchange, "application/json",
            wrapped(view.initialData().orElseThrow())));
        server.createContext("/data", exchange -> answer(exchange, "application/json", wrapped(view.call(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)))));
        server.start();
        try {
            return dump(browser.get(), folder, server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    /** Checks that names of {@link #HOSTILE} are there as texts, and did nothing. */
    public static void assertHarmless(final String dom) {
        assertTrue(dom.contains("&lt;img src=x onerror"), "the name is not shown: " + dom);
        final var body = dom.substring(dom.lastIndexOf("<body"));
        final var drawn = body.substring(0, body.indexOf("<script"));
        assertEquals(-1, drawn.indexOf("<img"), "a name became markup");
        assertEquals(-1, dom.indexOf("<title>owned"), "a name was executed");
        assertEquals(-1, dom.indexOf("data-error"), "a script failed");
    }

    private static String dump(final Browser browser, final Path folder, final int port)
        throws IOException, InterruptedException {
        final var dom = folder.resolve("dom.html");
        final var process = new ProcessBuilder(browser.program().toString(), "--headless", "--no-sandbox",
            "--disable-gpu", "--disable-dev-shm-usage", "--virtual-time-budget=10000", "--window-size=1000,800",
            "--user-data-dir=" + folder.resolve("profile"), "--dump-dom", "http://127.0.0.1:%d/".formatted(port))
                .redirectError(folder.resolve("log.txt").toFile()).redirectOutput(dom.toFile()).start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the browser does not end");
        return Files.readString(dom);
    }

    private static String wrapped(final String json) throws IOException {
        return new ObjectMapper().writeValueAsString(Map.of("result", json));
    }

    private static void answer(final HttpExchange exchange, final String type, final String text) throws IOException {
        final var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
