package org.scelmo.embedded.runner.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.embedded.runner.Runner;
import org.scelmo.embedded.runner.model.WorkflowReader;
import org.scelmo.embedded.runner.sample.RowsNodeFactory;
import org.scelmo.embedded.runner.sample.ShowNodeFactory;
import org.scelmo.embedded.runner.sample.WorkflowBuilder;
import org.scelmo.embedded.runner.session.Session;

class ViewServerTest {

    @TempDir
    Path m_folder;

    private Session session(final boolean executed) throws IOException {
        final var folder = m_folder.resolve("workflow");
        final var builder = new WorkflowBuilder(folder).node(1, RowsNodeFactory.class)
            .node(2, ShowNodeFactory.class).connect(1, 1, 2, 1);
        final var written = builder.write();
        if (executed) {
            assertEquals(0, Runner.execute("run", written, "--save").exitCode());
        }
        final var workflow = WorkflowReader.read(folder);
        return Session.open(workflow, Runner.catalog(), Session.Options.savedIn(workflow));
    }

    private static HttpResponse<String> get(final URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address));
    }

    private static HttpResponse<String> send(final HttpRequest.Builder request)
        throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    /** The data that a view keeps are read from the saved workflow. */
    @Test
    void servesThePageItsDataAndItsCalls() throws IOException, InterruptedException {
        try (var session = session(true);
                var server = ViewServer.start(NodeView.of(session.runs().get(1), session), 0)) {
            final var at = server.address();
            assertEquals("127.0.0.1", at.getHost());
            assertTrue(get(at).body().contains("/page/show.html"));
            assertTrue(get(at.resolve("page/show.html")).body().contains("show.js"));
            assertTrue(get(at.resolve("page/show.js")).headers().firstValue("Content-Type").orElseThrow()
                .startsWith("text/javascript"));
            assertTrue(get(at.resolve("config")).body().contains("\"result\":{\"title\":\"rows\",\"rows\":3}"));
            final var call = send(HttpRequest.newBuilder(at.resolve("service"))
                .header("Origin", "http://" + at.getAuthority()).POST(BodyPublishers.ofString("""
                    {"serviceType":"data","dataServiceRequest":
                     "{\\"jsonrpc\\":\\"2.0\\",\\"id\\":1,\\"method\\":\\"times\\",\\"params\\":[6,7]}"}""")));
            assertTrue(call.body().contains("\\\"result\\\":42"), call.body());
        }
    }

    @Test
    void refusesWhatIsNotThereAndOtherSites() throws IOException, InterruptedException {
        try (var session = session(true);
                var server = ViewServer.start(NodeView.of(session.runs().get(1), session), 0)) {
            final var at = server.address();
            for (final var path : new String[]{"page/other.js", "page/../config.json", "nothing"}) {
                assertEquals(404, get(at.resolve(path)).statusCode(), path);
            }
            final var service = HttpRequest.newBuilder(at.resolve("service"))
                .header("Origin", "http://example.org").POST(BodyPublishers.ofString("{}"));
            assertEquals(403, send(service).statusCode());
            assertEquals(403, send(HttpRequest.newBuilder(at.resolve("service")).POST(BodyPublishers.ofString("{}")))
                .statusCode());
            final var byName = URI.create("http://localhost:%d/config".formatted(at.getPort()));
            assertEquals(403, get(byName).statusCode(), "a name may be anybody's");
        }
    }

    @Test
    void saysWhyThereIsNothingToView() throws IOException {
        try (var session = session(false)) {
            assertTrue(assertThrows(IOException.class, () -> NodeView.of(session.runs().get(1), session)).getMessage()
                .contains("not executed"));
            assertTrue(assertThrows(IOException.class, () -> NodeView.of(session.runs().get(0), session)).getMessage()
                .contains("no view"));
        }
    }

    @Test
    void thePageTalksToTheServerInABrowser() throws IOException, InterruptedException {
        final var browser = Browser.find();
        assumeTrue(browser.isPresent(), "Chromium is not installed: the view is not looked at");
        try (var session = session(true);
                var server = ViewServer.start(NodeView.of(session.runs().get(1), session), 0)) {
            final var image = m_folder.resolve("view.png");
            ShowNodeFactory.LAST_PRODUCT.set(0);
            browser.get().screenshot(server.address(), image, 400, 200);
            assertEquals(6, ShowNodeFactory.LAST_PRODUCT.get(), "the page doubles the 3 rows it started with");
            assertEquals("PNG", new String(Files.readAllBytes(image), 1, 3, StandardCharsets.US_ASCII));
        }
    }
}
