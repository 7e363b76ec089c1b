package org.scelmo.llm.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.llm.http.ConnectionOptions;
import org.scelmo.llm.http.Secret;
import org.scelmo.llm.model.ModelException;
import org.scelmo.llm.model.ModelException.Kind;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.testserver.OpenAiServer;

class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path m_folder;

    @Test
    void aCertificateThatNobodyVouchesForIsToldAndNothingIsSent() throws Exception {
        try (var server = OpenAiServer.encrypted(selfSigned())) {
            final var e = failure(server.baseUrl());
            assertEquals(Kind.TLS, e.kind());
            assertTrue(e.getMessage().startsWith("The certificate of " + server.baseUrl()), e.getMessage());
            assertTrue(e.resolutions().get(0).contains("trust store"), e.resolutions().toString());
            assertEquals(0, server.requestCount());
        }
    }

    @Test
    void aServiceThatSpeaksPlainHttpIsTold() {
        try (var server = OpenAiServer.start()) {
            final var e = failure(server.baseUrl().replace("http://", "https://"));
            assertEquals(Kind.TLS, e.kind());
            assertTrue(e.getMessage().endsWith("does not speak https."), e.getMessage());
        }
    }

    private static ModelException failure(final String url) {
        try (var model = new OpenAiTextModel(Endpoint.of(Preset.CUSTOM, url, false), Secret.of("sk-test-0123456"),
            ChatOptions.of("m", Preset.CUSTOM), ConnectionOptions.DEFAULT)) {
            return Failures.of(model.ask(Prompt.of("q")));
        }
    }

    private ServerSocket selfSigned() throws IOException, InterruptedException, GeneralSecurityException {
        final var file = m_folder.resolve("keys.p12");
        final var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        final var process = new ProcessBuilder(List.of(keytool.toString(), "-genkeypair", "-keyalg", "RSA", "-alias",
            "server", "-dname", "CN=localhost", "-ext", "san=ip:127.0.0.1", "-storetype", "PKCS12", "-keystore",
            file.toString(), "-storepass", new String(PASSWORD))).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertEquals(0, process.waitFor());
        final var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        final var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        final var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }
}
