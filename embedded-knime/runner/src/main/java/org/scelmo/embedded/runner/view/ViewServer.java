package org.scelmo.embedded.runner.view;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.knime.core.webui.page.Resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Serves a node's view to browsers on this computer, and to no other. The node's page stands in a frame that may run
 * scripts but reach nothing; it asks the page around it, by the messages that pages exchange with KNIME, and that asks
 * here.
 */
public final class ViewServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PAGE = "/page/";

    private static final int OK = 200;

    private static final int FORBIDDEN = 403;

    private static final int NOT_FOUND = 404;

    /** No page of a view may fetch anything from elsewhere: views must work without a network. */
    private static final String POLICY =
        "default-src 'none'; script-src 'unsafe-inline' 'self'; style-src 'unsafe-inline' 'self'; "
            + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self'";

    private final HttpServer m_server;

    private final ExecutorService m_threads = Executors.newFixedThreadPool(2);

    private final NodeView m_view;

    private ViewServer(final HttpServer server, final NodeView view) {
        m_server = server;
        m_view = view;
    }

    /**
     * @param view what to serve
     * @param port where, 0 for any port that is free
     * @return the server, running
     * @throws IOException if the port cannot be used
     */
    public static ViewServer start(final NodeView view, final int port) throws IOException {
        final var address = new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), port);
        final var server = new ViewServer(HttpServer.create(address, 0), view);
        server.m_server.createContext("/", server::answer);
        server.m_server.setExecutor(server.m_threads);
        server.m_server.start();
        return server;
    }

    /** @return the address to open in a browser */
    public URI address() {
        return URI.create("http://127.0.0.1:%d/".formatted(m_server.getAddress().getPort()));
    }

    private void answer(final HttpExchange exchange) throws IOException {
        try (exchange) {
            final var path = exchange.getRequestURI().getPath();
            if (!isOurs(exchange)) {
                send(exchange, FORBIDDEN, "text/plain", "Only for pages of this server.");
            } else if (path.equals("/")) {
                send(exchange, OK, "text/html", host());
            } else if (path.equals("/config")) {
                send(exchange, OK, "application/json", config());
            } else if (path.equals("/service")) {
                send(exchange, OK, "application/json", service(exchange.getRequestBody()));
            } else {
                sendPage(exchange, path);
            }
        }
    }

    /** A page of another site that has our port resolved to its name, or posts to us, is refused. */
    private boolean isOurs(final HttpExchange exchange) {
        final var headers = exchange.getRequestHeaders();
        final var authority = address().getAuthority();
        final var origin = headers.getFirst("Origin");
        final boolean asks = exchange.getRequestMethod().equals("GET");
        return authority.equals(headers.getFirst("Host"))
            && (asks || origin != null && origin.equals("http://" + authority));
    }

    private String host() throws IOException {
        try (var page = ViewServer.class.getResourceAsStream("host.html")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8)
                .replace("{{page}}", PAGE + m_view.page().getRelativePath())
                .replace("{{title}}", m_view.title().replace("&", "&amp;").replace("<", "&lt;"));
        }
    }

    private String config() throws IOException {
        final var config = JSON.createObjectNode().put("nodeId", "root:1").put("projectId", "workflow")
            .put("workflowId", "root").put("extensionType", "view").put("hasNodeView", true)
            .put("renderingConfig", (String)null);
        final var data = m_view.initialData();
        config.set("initialData", data.isEmpty() ? JSON.nullNode() : JSON.readTree(data.get()));
        return config.toString();
    }

    private String service(final InputStream body) throws IOException {
        final JsonNode request = JSON.readTree(body);
        final var answer = switch (request.path("serviceType").asText()) {
            case "initial_data" -> m_view.initialData().orElse("{\"result\":null}");
            case "data" -> m_view.call(request.path("dataServiceRequest").asText());
            default -> "{\"internalError\":{\"message\":\"This service is not offered.\"}}";
        };
        return JSON.createObjectNode().put("result", answer).toString();
    }

    private void sendPage(final HttpExchange exchange, final String path) throws IOException {
        final var relative = path.startsWith(PAGE) ? path.substring(PAGE.length()) : "";
        final Optional<Resource> resource = relative.equals(m_view.page().getRelativePath())
            ? Optional.of(m_view.page()) : m_view.page().getResource(relative);
        if (resource.isEmpty()) {
            send(exchange, NOT_FOUND, "text/plain", "There is nothing here.");
            return;
        }
        final var type = switch (resource.get().getContentType()) {
            case HTML -> "text/html";
            case SHADOW_APP -> "text/javascript";
            case SVG -> "image/svg+xml";
            case PNG -> "image/png";
        };
        try (var in = resource.get().getInputStream()) {
            send(exchange, OK, type, in.readAllBytes());
        }
    }

    private static void send(final HttpExchange exchange, final int status, final String type, final String text)
        throws IOException {
        send(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(final HttpExchange exchange, final int status, final String type, final byte[] content)
        throws IOException {
        final var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type.startsWith("image/png") ? type : type + "; charset=utf-8");
        headers.set("Content-Security-Policy", POLICY);
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
    }

    @Override
    public void close() {
        m_server.stop(0);
        m_threads.shutdownNow();
    }
}
