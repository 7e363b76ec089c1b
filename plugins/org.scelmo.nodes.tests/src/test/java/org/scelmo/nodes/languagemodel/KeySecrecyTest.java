package org.scelmo.nodes.languagemodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.workflow.Credentials;
import org.scelmo.embedded.runner.cli.CommandLine;
import org.scelmo.llm.testserver.OpenAiServer;
import org.scelmo.llm.testserver.Reply;
import org.scelmo.llm.testserver.Script;
import org.scelmo.nodes.languagemodel.describe.LlmDescribeNodeFactory;
import org.scelmo.nodes.testing.LanguageModelNode;
import org.scelmo.nodes.testing.TestKnime;
import org.scelmo.nodes.testing.TestNode;

/** A random key never appears where it could be read: files of saved workflows, cache, log, messages. */
class KeySecrecyTest {

    private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_+/=.";

    private final String m_key = "sk-" + new Random().ints(40, 0, CHARACTERS.length())
        .mapToObj(i -> CHARACTERS.substring(i, i + 1)).collect(Collectors.joining());

    private final Queue<String> m_log = new ConcurrentLinkedQueue<>();

    private final Handler m_handler = new Handler() {

        @Override
        public void publish(final LogRecord entry) {
            m_log.add(entry.getMessage());
            for (var e = entry.getThrown(); e != null; e = e.getCause()) {
                m_log.add(e.toString());
            }
        }

        @Override
        public void flush() {
            // kept in memory
        }

        @Override
        public void close() {
            // kept in memory
        }
    };

    @TempDir
    Path m_temp;

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(m_handler);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(m_handler);
    }

    /** A server that repeats what it was sent, as an unkind or broken one might. */
    private static Reply echo(final int status, final String header) {
        return Reply.error(status, "oops", "You sent " + header);
    }

    @RepeatedTest(5)
    void failuresDoNotTellTheKey() throws IOException {
        for (final int status : List.of(400, 401, 403, 404, 429, 500)) {
            final Script script =
                (request, usual) -> Optional.of(echo(status, request.header("Authorization")));
            try (var server = OpenAiServer.start().withScript(script); var node = node(server)) {
                node.settings("service").addInt("retries", 0);
                final var genes = LanguageModelNode.names("CD19");
                node.set("unanswered", "FAIL");
                final var message = node.failure(genes);
                assertFalse((message + node.host().message()).contains(m_key), "status " + status);
                assertTrue(server.requests().get(0).header("Authorization").endsWith(m_key), "the key was sent");
            }
        }
        assertNothingTells();
    }

    private TestNode node(final OpenAiServer server) {
        final var node =
            LanguageModelNode.of(LlmDescribeNodeFactory::new, m_temp.resolve("cache.sqlite")).set("names", "gene");
        return LanguageModelNode.service(node, server.baseUrl(), m_key);
    }

    /** The example workflow with a provider instead of the test models. */
    @RepeatedTest(3)
    void savedWorkflowHoldsNoKey() throws IOException {
        final var workflow = m_temp.resolve("workflow");
        final var saved = m_temp.resolve("saved");
        try (var server = OpenAiServer.start().withKey(m_key)) {
            copy(TestKnime.repository().resolve("test-workflows/describe-and-embed"), workflow);
            for (final var node : List.of("LLM Describe (#3)", "Gene Embed (#4)", "Gene Embed (#11)",
                "Gene Embed (#13)")) {
                edit(workflow.resolve(node).resolve("settings.xml"), server.baseUrl());
            }
            final var file = workflow.resolve("workflow.knime");
            Files.writeString(file, Files.readString(file).replace("<config key=\"workflow_credentials\"/>", """
                <config key="workflow_credentials">
                  <config key="openai">
                    <entry key="name" type="xstring" value="openai"/>
                    <entry key="login" type="xstring" value="me"/>
                  </config>
                </config>"""));
            final var out = new ByteArrayOutputStream();
            final var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
            final int exitCode = new CommandLine(stream, stream, false).execute("run", workflow.toString(), "--reset",
                "--credential", "openai;me;" + m_key, "--save", saved.toString(), "--csv",
                m_temp.resolve("csv").toString());
            assertEquals(0, exitCode, out.toString(StandardCharsets.UTF_8));
            assertFalse(out.toString(StandardCharsets.UTF_8).contains(m_key));
            assertTrue(server.paidCount() > 1492, "asked the server");
        }
        assertNothingTells();
    }

    private void edit(final Path settings, final String baseUrl) throws IOException {
        final var cache = m_temp.resolve("cache.sqlite").toString();
        Files.writeString(settings, Files.readString(settings)
            .replace("key=\"provider\" type=\"xstring\" value=\"TEST\"",
                "key=\"provider\" type=\"xstring\" value=\"OPENAI\"")
            .replace("key=\"credentials\" type=\"xstring\" value=\"&lt;none&gt;\"",
                "key=\"credentials\" type=\"xstring\" value=\"openai\"")
            .replace("key=\"baseUrl\" type=\"xstring\" value=\"\"",
                "key=\"baseUrl\" type=\"xstring\" value=\"" + baseUrl + "\"")
            .replace("key=\"place\" type=\"xstring\" value=\"COMMON\"",
                "key=\"place\" type=\"xstring\" value=\"FILE\"")
            .replaceAll("(?s)(key=\"place\".*?key=\"path\" type=\"xstring\" value=\")\"", "$1" + cache + "\""));
    }

    private static void copy(final Path from, final Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (final var file : files.toList()) {
                final var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private void assertNothingTells() throws IOException {
        assertTrue(Files.exists(m_temp.resolve("cache.sqlite")));
        try (var files = Files.walk(m_temp)) {
            for (final var file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains(m_key), file.toString());
            }
        }
        assertFalse(m_log.toString().contains(m_key), "log");
        assertFalse(new Credentials("openai", "me", m_key).toString().contains(m_key));
    }
}
