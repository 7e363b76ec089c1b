package org.scelmo.nodes.languagemodel.answercache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.llm.testserver.OpenAiServer;
import org.scelmo.nodes.languagemodel.describe.LlmDescribeNodeFactory;
import org.scelmo.nodes.testing.LanguageModelNode;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.TestNode;

class AnswerCacheNodeFactoryTest {

    private static final String KEY = "sk-key-of-the-cache-test";

    private static final String[] GENES = {"CD19", "CD3E", "MS4A1"};

    @TempDir
    Path m_temp;

    private Path m_cache;

    private Path m_export;

    @BeforeEach
    void choosePlaces() {
        m_cache = m_temp.resolve("cache.sqlite");
        m_export = m_temp.resolve("answers.jsonl");
    }

    private TestNode node(final String action) {
        return LanguageModelNode.of(AnswerCacheNodeFactory::new, m_cache).set("action", action);
    }

    /** Asks two models, so that there is something to keep. */
    private void ask(final OpenAiServer server) {
        for (final var model : List.of("gpt-4o-mini", "gpt-4o")) {
            try (var node = LanguageModelNode.service(LanguageModelNode.of(LlmDescribeNodeFactory::new, m_cache)
                .set("names", "gene"), server.baseUrl(), KEY)) {
                node.settings("service").addString("model", model);
                node.run(LanguageModelNode.names(GENES));
            }
        }
    }

    @Test
    void showsWhatIsKeptByModel() {
        try (var server = OpenAiServer.start(); var node = node("SHOW")) {
            ask(server);
            final var table = node.run().table(0);
            assertEquals(2, table.size());
            assertEquals(List.of("openai", "openai"), Rows.texts(table, "Provider"));
            assertEquals(List.of("text", "text"), Rows.texts(table, "Kind"));
            assertEquals(3, Rows.number(table, "Row0", "Answers"));
            assertTrue(Rows.number(table, "Row0", "Output tokens") > 0);
        }
    }

    @Test
    void exportedAnswersNeedNotBePaidElsewhere() throws IOException {
        try (var server = OpenAiServer.start(); var export = node("EXPORT").location("target", "LOCAL", null,
            m_export.toString())) {
            ask(server);
            final int paid = server.paidCount();
            export.run();
            assertEquals(6, Files.readAllLines(m_export).size());
            assertFalse(Files.readString(m_export).contains(KEY));

            m_cache = m_temp.resolve("elsewhere").resolve("cache.sqlite");
            try (var node = node("IMPORT").location("source", "LOCAL", null, m_export.toString())) {
                assertEquals(2, node.run().table(0).size());
            }
            ask(server);
            assertEquals(paid, server.paidCount());
        }
    }

    @Test
    void anExistingFileIsReplacedOnlyIfItMay() throws IOException {
        Files.writeString(m_export, "mine");
        try (var node = node("EXPORT").location("target", "LOCAL", null, m_export.toString())) {
            assertTrue(node.configureFailure().contains("exists"));
            assertEquals("mine", Files.readString(m_export));
            node.set("existing", "OVERWRITE").run();
            assertEquals("", Files.readString(m_export), "nothing was asked");
        }
    }

    @Test
    void clearsOneModelOrAll() {
        try (var server = OpenAiServer.start(); var one = node("CLEAR").set("model", " gpt-4o ");
                var all = node("CLEAR")) {
            ask(server);
            assertEquals(List.of("gpt-4o-mini"), Rows.texts(one.run().table(0), "Model"));
            assertEquals("The answer cache holds no answer of the model 'gpt-4o'.", one.failure());
            assertEquals(0, all.run().table(0).size());
        }
    }

    @Test
    void whatIsMissingOrMalformedIsTold() throws IOException {
        Files.writeString(m_export, "no JSON\n");
        try (var noTarget = node("EXPORT"); var noSource = node("IMPORT");
                var malformed = node("IMPORT").location("source", "LOCAL", null, m_export.toString())) {
            assertTrue(noTarget.configureFailure().contains("No file is chosen"));
            assertTrue(noSource.configureFailure().contains("No file is chosen"));
            assertTrue(malformed.failure().contains("ine 1"), malformed.failure());
        }
    }
}
