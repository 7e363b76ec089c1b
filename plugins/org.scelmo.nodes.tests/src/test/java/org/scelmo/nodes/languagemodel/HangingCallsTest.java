package org.scelmo.nodes.languagemodel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.scelmo.embedded.core.NodeState;
import org.scelmo.llm.prompt.PromptPreset;
import org.scelmo.llm.testserver.Answers;
import org.scelmo.llm.testserver.OpenAiServer;
import org.scelmo.llm.testserver.Reply.Delivery;
import org.scelmo.llm.testserver.Script;
import org.scelmo.nodes.languagemodel.describe.LlmDescribeNodeFactory;
import org.scelmo.nodes.languagemodel.geneembed.GeneEmbedNodeFactory;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.testing.LanguageModelNode;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.TestNode;

/**
 * A service that falls silent and a user who cancels: the node ends although its calls would hang for minutes, what had
 * been answered is kept, and a second run pays for the rest alone.
 */
@Timeout(HangingCallsTest.SECONDS)
class HangingCallsTest {

    /** far less than a call may take */
    static final int SECONDS = 30;

    private static final int CALL_SECONDS = 600;

    private static final int ROWS = 60;

    private static final int CONCURRENCY = 4;

    /** requests, before the service falls silent */
    private static final int ANSWERED = 7;

    private static final int BATCH = 4;

    @TempDir
    Path m_temp;

    private final String[] m_genes = IntStream.range(0, ROWS).mapToObj(i -> "GENE" + i).toArray(String[]::new);

    @Test
    void descriptionsThatCameAreKeptAndTheRestIsPaidOnce() throws Exception {
        final var genes = LanguageModelNode.names(m_genes);
        try (var server = hanging();
                var node = node(LanguageModelNode.of(LlmDescribeNodeFactory::new, m_temp.resolve("cache.sqlite")),
                    server, "gpt-4o-mini")) {
            cancelWhileAllHang(node, server, genes);
            final var paid = server.paid().keySet();
            node.run(genes);
            final var descriptions = Rows.texts(node.table(0), "Description");
            final var status = Rows.texts(node.table(0), "Status");
            for (int i = 0; i < ROWS; i++) {
                final var question = PromptPreset.GENE.userTemplate().replace("{name}", m_genes[i]);
                assertEquals(paid.contains(question) ? "cached" : "ok", status.get(i), m_genes[i]);
                assertEquals(Answers.START + question, descriptions.get(i));
            }
            assertEquals(ROWS, server.paid().size());
            assertEquals(ROWS, server.paidCount());
        }
    }

    @Test
    void vectorsThatCameAreKeptAndTheRestIsPaidOnce() throws Exception {
        final var texts = LanguageModelNode.table(List.of("gene", "Description"),
            IntStream.range(0, ROWS).mapToObj(i -> new String[]{m_genes[i], text(i)}).toArray(String[][]::new));
        try (var server = hanging();
                var node = node(LanguageModelNode.of(GeneEmbedNodeFactory::new, m_temp.resolve("cache.sqlite")),
                    server, "text-embedding-3-small").set("texts", "Description").set("batch", BATCH)) {
            cancelWhileAllHang(node, server, texts);
            final var paid = List.of(String.join("\n", server.paid().keySet()).split("\n"));
            assertEquals(ANSWERED * BATCH, paid.size());
            node.run(texts);
            final var status = Rows.texts(node.table(1), "Status");
            final var embedding = node.<EmbeddingPortObject> output(0).open();
            assertEquals(List.of(m_genes), embedding.names());
            final var vectors = embedding.vectors().copy(0, ROWS);
            for (int i = 0; i < ROWS; i++) {
                assertEquals(paid.contains(text(i)) ? "cached" : "ok", status.get(i), m_genes[i]);
                assertArrayEquals(Answers.vector(text(i), Answers.DIMENSIONS), vectors[i]);
            }
            assertEquals(ROWS / BATCH, server.paid().size());
            assertEquals(ROWS / BATCH, server.paidCount());
        }
    }

    private static String text(final int row) {
        return "About gene " + row + ".";
    }

    private static OpenAiServer hanging() {
        return OpenAiServer.start().withScript(Script.delivered(ANSWERED, Delivery.SILENCE));
    }

    private static TestNode node(final TestNode node, final OpenAiServer server, final String model) {
        final var service =
            LanguageModelNode.service(node.set("names", "gene"), server.baseUrl(), "sk-hang").settings("service");
        service.addString("model", model);
        service.addInt("concurrency", CONCURRENCY);
        service.addInt("timeout", CALL_SECONDS);
        return node;
    }

    /** Afterwards the service answers again. */
    private static void cancelWhileAllHang(final TestNode node, final OpenAiServer server,
        final BufferedDataTable input) throws Exception {
        node.configure(input.getDataTableSpec());
        final var running = CompletableFuture.supplyAsync(() -> node.host().execute(input));
        // the last of these is sent only once all answers have come
        while (server.requestCount() < ANSWERED + CONCURRENCY) {
            Thread.sleep(5);
        }
        node.host().cancel();
        assertFalse(running.get(SECONDS, TimeUnit.SECONDS), "canceled");
        assertEquals(NodeState.CONFIGURED, node.host().state());
        assertNull(node.host().output(0));
        assertEquals(ANSWERED, server.paidCount());
        while (server.openConnections() > 0) {
            Thread.sleep(5);
        }
        server.withScript(Script.FAIR);
    }
}
