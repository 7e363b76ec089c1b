package org.scelmo.nodes.languagemodel.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.scelmo.llm.prompt.PromptPreset;
import org.scelmo.llm.testserver.OpenAiServer;
import org.scelmo.llm.testserver.Reply.Delivery;
import org.scelmo.llm.testserver.Script;
import org.scelmo.llm.testserver.Storm;
import org.scelmo.nodes.testing.LanguageModelNode;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.TestNode;

/** LLM Describe against a server in bad weather, through the real client. */
class LlmDescribeStormTest {

    private static final int ROWS = 5000;

    private static final int UNIQUE = 4000;

    /** Most of the time is pauses before retries. */
    private static final int CONCURRENCY = 128;

    @TempDir
    Path m_temp;

    /** 5,000 rows, each of the first 1,000 genes twice. */
    private static BufferedDataTable genes() {
        final var names = new String[ROWS];
        Arrays.setAll(names, i -> "GENE" + i % UNIQUE);
        return LanguageModelNode.names(names);
    }

    private TestNode node(final OpenAiServer server) {
        final var node =
            LanguageModelNode.of(LlmDescribeNodeFactory::new, m_temp.resolve("cache.sqlite")).set("names", "gene");
        LanguageModelNode.service(node, server.baseUrl(), "sk-storm").settings("service")
            .addInt("concurrency", CONCURRENCY);
        return node;
    }

    private static String question(final String gene) {
        return PromptPreset.GENE.userTemplate().replace("{name}", gene);
    }

    @Test
    void everyGeneEndsWithAnAnswerOrAReasonAndNothingIsPaidTwice() {
        final var storm = new Storm(1);
        final var genes = genes();
        try (var server = OpenAiServer.start().withScript(storm).withoutRequests();
                var node = node(server).run(genes)) {
            assertEquals(Rows.ids(genes), Rows.ids(node.table(0)));
            final var status = Rows.texts(node.table(0), "Status");
            final var description = Rows.texts(node.table(0), "Description");
            final var reason = Rows.texts(node.table(0), "Reason");
            for (int i = 0; i < ROWS; i++) {
                final var hopeless = storm.isHopeless(question("GENE" + i % UNIQUE));
                assertEquals(hopeless ? "error" : i < UNIQUE ? "ok" : "cached", status.get(i), "row " + i);
                assertNotNull(hopeless ? reason.get(i) : description.get(i), "row " + i);
            }
            assertEquals(UNIQUE, server.paid().size());
            assertEquals(UNIQUE, server.paidCount());
        }
    }

    @Test
    void answerThatDripsEndsWithAReasonAndTheOthersAreAnswered() {
        final var genes = LanguageModelNode.names("CD3E", "CD79A", "LYZ", "NKG7");
        final var drips = question("CD79A");
        final Script script = (request, usual) -> OpenAiServer.subject(request).equals(drips)
            ? Optional.of(usual.delivered(Delivery.TRICKLE)) : Optional.empty();
        try (var server = OpenAiServer.start().withScript(script); var node = node(server)) {
            node.settings("service").addInt("timeout", 3);
            node.settings("service").addInt("retries", 1);
            node.run(genes);
            assertEquals(List.of("ok", "error", "ok", "ok"), Rows.texts(node.table(0), "Status"));
            final var reason = Rows.texts(node.table(0), "Reason").get(1);
            assertTrue(reason.contains("No whole answer in time from " + server.baseUrl()), reason);
            assertNull(Rows.texts(node.table(0), "Description").get(1), "what dripped is no answer");
            server.withScript(Script.FAIR);
            node.run(genes);
            assertEquals(List.of("cached", "ok", "cached", "cached"), Rows.texts(node.table(0), "Status"));
            assertEquals(genes.size(), server.paidCount());
        }
    }

    @Test
    void canceledExecutionGoesOnWhereItStopped() throws Exception {
        final var genes = genes();
        try (var server = OpenAiServer.start().withLatency(Duration.ofMillis(20)).withoutRequests()) {
            try (var node = node(server).configure(genes.getDataTableSpec())) {
                final var running = CompletableFuture.supplyAsync(() -> node.host().execute(genes));
                while (server.paidCount() < 100) {
                    Thread.sleep(5);
                }
                node.host().cancel();
                assertFalse(running.get(20, TimeUnit.SECONDS), "canceled");
            }
            final int paidBefore = server.paidCount();
            assertTrue(paidBefore < UNIQUE, "canceled in the middle");
            try (var again = node(server).run(genes)) {
                final var status = Rows.texts(again.table(0), "Status");
                assertEquals(new HashSet<>(Arrays.asList("ok", "cached")), new HashSet<>(status));
                // what was under way when the user canceled may have been answered in vain
                assertTrue(server.paidCount() <= UNIQUE + CONCURRENCY, server.paidCount() + " answers paid");
            }
        }
    }
}
