package org.scelmo.llm.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scelmo.llm.http.ConnectionOptions;
import org.scelmo.llm.http.Secret;
import org.scelmo.llm.model.ModelException;
import org.scelmo.llm.model.ModelException.Kind;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.testserver.OpenAiServer;
import org.scelmo.llm.testserver.Reply;
import org.scelmo.llm.testserver.Script;

/** The proxy and its login are those of the JVM, where KNIME puts what its preferences say. */
class ProxyTest {

    private static final String PLAIN = "http://models.invalid/v1";

    private static final String ENCRYPTED = "https://models.invalid/v1";

    private final ProxySelector m_before = ProxySelector.getDefault();

    private final OpenAiServer m_proxy = OpenAiServer.start();

    @AfterEach
    void restore() {
        ProxySelector.setDefault(m_before);
        Authenticator.setDefault(null);
        m_proxy.close();
    }

    @Test
    void requestsGoThroughTheProxyOfTheJvm() {
        useProxy(URI.create(m_proxy.baseUrl()).getPort());
        try (var model = model(PLAIN)) {
            assertEquals("Answer to: q", model.ask(Prompt.of("q")).join().text());
        }
        assertEquals(PLAIN + "/chat/completions", m_proxy.requests().get(0).target());
    }

    @Test
    void aProxyThatAsksGetsTheLoginOfTheJvmOnce() {
        useProxy(URI.create(m_proxy.baseUrl()).getPort());
        useLogin("user", "secret-of-the-proxy");
        m_proxy.withScript((request, usual) -> request.header("Proxy-Authorization")
            .equals("Basic dXNlcjpzZWNyZXQtb2YtdGhlLXByb3h5") ? Optional.empty() : Optional.of(askForLogin()));
        try (var model = model(PLAIN)) {
            assertEquals("Answer to: q", model.ask(Prompt.of("q")).join().text());
        }
        assertEquals(2, m_proxy.requestCount());
    }

    @Test
    void aWrongOrMissingLoginIsTold() {
        useProxy(URI.create(m_proxy.baseUrl()).getPort());
        m_proxy.withScript(Script.always(askForLogin()));
        assertEquals(Kind.PROXY, failure(PLAIN).kind());
        useLogin("user", "wrong-password");
        final var e = failure(PLAIN);
        assertEquals(Kind.PROXY, e.kind());
        assertFalse(e.getMessage().contains("wrong-password"), e.getMessage());
        assertEquals(3, m_proxy.requestCount());
    }

    @Test
    void aTunnelThatTheProxyRefusesIsToldAndTheKeyStaysHere() {
        useProxy(URI.create(m_proxy.baseUrl()).getPort());
        m_proxy.withScript(Script.always(Reply.error(502, "x", "No.")));
        final var e = failure(ENCRYPTED);
        assertEquals(Kind.PROXY, e.kind());
        assertTrue(e.getMessage().contains("proxy 127.0.0.1:"), e.getMessage());
        m_proxy.withScript(Script.always(askForLogin()));
        assertEquals(Kind.PROXY, failure(ENCRYPTED).kind());
        m_proxy.requests().forEach(request -> {
            assertEquals("CONNECT", request.method());
            assertEquals("", request.header("Authorization"));
        });
    }

    @Test
    void aProxyThatIsNotThereIsToldApartFromAServiceThatIsNotThere() throws IOException {
        final int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        useProxy(free);
        final var e = failure(ENCRYPTED);
        assertEquals(Kind.PROXY, e.kind());
        assertTrue(e.getMessage().contains("proxy 127.0.0.1:" + free), e.getMessage());
    }

    private static ModelException failure(final String url) {
        try (var model = model(url)) {
            return Failures.of(model.ask(Prompt.of("q")));
        }
    }

    private static OpenAiTextModel model(final String url) {
        return new OpenAiTextModel(Endpoint.of(Preset.CUSTOM, url, true), Secret.of("sk-test-0123456"),
            ChatOptions.of("m", Preset.CUSTOM), ConnectionOptions.DEFAULT.withRetries(0));
    }

    private static Reply askForLogin() {
        return Reply.of(407, "text/plain", "").with("Proxy-Authenticate", "Basic realm=\"company\"");
    }

    private static void useLogin(final String user, final String password) {
        Authenticator.setDefault(new Authenticator() {

            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return getRequestorType() == RequestorType.PROXY
                    ? new PasswordAuthentication(user, password.toCharArray()) : null;
            }
        });
    }

    private static void useProxy(final int port) {
        ProxySelector.setDefault(new ProxySelector() {

            @Override
            public List<Proxy> select(final URI uri) {
                return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", port)));
            }

            @Override
            public void connectFailed(final URI uri, final SocketAddress address, final IOException failure) {
                // the request fails and says so
            }
        });
    }
}
