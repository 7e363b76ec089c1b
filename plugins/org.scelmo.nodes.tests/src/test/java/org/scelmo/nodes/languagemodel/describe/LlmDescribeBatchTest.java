package org.scelmo.nodes.languagemodel.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.scelmo.llm.testserver.OpenAiServer;
import org.scelmo.nodes.testing.LanguageModelNode;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.TestNode;

/** LLM Describe by batches, through the real client; each node is a new execution with the same cache. */
@Timeout(120)
class LlmDescribeBatchTest {

    private static final BufferedDataTable GENES = LanguageModelNode.names("CD79A", "MS4A1", "CD79A");

    private final OpenAiServer m_server = OpenAiServer.start();

    @TempDir
    Path m_temp;

    @AfterEach
    void stop() {
        m_server.close();
    }

    private TestNode node(final String end) {
        return node(end, "cache.sqlite");
    }

    private TestNode node(final String end, final String cache) {
        final var node = LanguageModelNode.of(LlmDescribeNodeFactory::new, m_temp.resolve(cache)).set("names", "gene");
        return LanguageModelNode.service(node, m_server.baseUrl(), "sk-batch").set("manner", "BATCH").set("batchEnd",
            end);
    }

    private long batchesMade() {
        return m_server.requests().stream()
            .filter(r -> r.method().equals("POST") && r.target().endsWith("/batches")).count();
    }

    @Test
    void waitsForTheBatchWhichCostsHalf() {
        final double half;
        try (var node = node("DONE").run(GENES)) {
            assertEquals(List.of("ok", "ok", "cached"), Rows.texts(node.table(0), "Status"));
            assertTrue(Rows.texts(node.table(0), "Description").get(1).contains("MS4A1"));
            half = Rows.number(node.table(1), "Cost", "Value");
            assertEquals(2, Rows.number(node.table(1), "Requests", "Value"));
        }
        try (var single = node("DONE", "another.sqlite").set("manner", "AT_ONCE").run(GENES)) {
            assertEquals(2 * half, Rows.number(single.table(1), "Cost", "Value"), 1e-12);
        }
    }

    @Test
    void whatWasHandedInIsCollectedByALaterExecution() {
        try (var node = node("HANDED_IN").run(GENES)) {
            assertEquals(List.of("waiting", "waiting", "waiting"), Rows.texts(node.table(0), "Status"));
            assertEquals(Arrays.asList(null, null, null), Rows.texts(node.table(0), "Description"));
            assertEquals(3, Rows.number(node.table(1), "Rows: waiting", "Value"));
            assertTrue(node.warning().startsWith("3 of 3 rows wait for a batch."), node.warning());
        }
        try (var again = node("DONE").run(GENES)) {
            assertEquals(List.of("ok", "ok", "cached"), Rows.texts(again.table(0), "Status"));
        }
        assertEquals(1, batchesMade());
    }

    @Test
    void canceledWaitingGoesOnWithTheSameBatch() throws Exception {
        try (var node = node("DONE").configure(GENES.getDataTableSpec())) {
            final var running = CompletableFuture.supplyAsync(() -> node.host().execute(GENES));
            while (batchesMade() == 0) {
                Thread.sleep(5);
            }
            node.host().cancel();
            assertFalse(running.get(20, TimeUnit.SECONDS), "canceled");
        }
        try (var again = node("DONE").run(GENES)) {
            assertEquals(Set.of("ok", "cached"), Set.copyOf(Rows.texts(again.table(0), "Status")));
        }
        assertEquals(1, batchesMade());
    }

    @Test
    void rowWithoutAnAnswerFailsTheNodeOnlyIfItShall() {
        final var genes = LanguageModelNode.names("CD19", "refuse");
        try (var node = node("DONE").run(genes)) {
            assertEquals(List.of("ok", "error"), Rows.texts(node.table(0), "Status"));
            assertTrue(Rows.texts(node.table(0), "Reason").get(1).contains("Not this one."));
        }
        try (var node = node("DONE").set("unanswered", "FAIL")) {
            assertTrue(node.failure(genes).startsWith("1 of 2 rows got no answer; the first is 'refuse'"));
        }
    }

    @Test
    void providerWithoutBatchesIsToldBeforeTheExecution() {
        try (var node = node("DONE")) {
            node.settings("service").addString("provider", "TEST");
            assertTrue(node.configureFailure(GENES.getDataTableSpec()).contains("takes no batches"));
        }
    }
}
