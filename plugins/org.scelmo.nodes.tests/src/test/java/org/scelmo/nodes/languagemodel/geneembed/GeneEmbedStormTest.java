package org.scelmo.nodes.languagemodel.geneembed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.scelmo.llm.testserver.Answers;
import org.scelmo.llm.testserver.OpenAiServer;
import org.scelmo.llm.testserver.Storm;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.testing.LanguageModelNode;
import org.scelmo.nodes.testing.Rows;

/**
 * Texts embedded in bad weather: busy services, broken connections, half answers, trickles that never end, web pages,
 * vectors of another length and vectors that are all of the same text.
 */
class GeneEmbedStormTest {

    private static final int ROWS = 5000;

    private static final int BATCH = 20;

    private static final int DIMENSIONS = 16;

    @TempDir
    Path m_temp;

    private static BufferedDataTable texts() {
        return LanguageModelNode.table(List.of("gene", "Description"), IntStream.range(0, ROWS)
            .mapToObj(i -> new String[]{"GENE" + i, text(i)}).toArray(String[][]::new));
    }

    private static String text(final int row) {
        return "About gene " + row + ".";
    }

    private static String request(final int row) {
        final int first = row - row % BATCH;
        return String.join("\n", IntStream.range(first, first + BATCH).mapToObj(GeneEmbedStormTest::text).toList());
    }

    @Test
    void everyTextEndsWithItsVectorOrAReasonAndNothingIsPaidTwice() throws IOException {
        final var storm = new Storm(3).withTrickles();
        try (var server = OpenAiServer.start().withScript(storm).withoutRequests();
                var node = LanguageModelNode.of(GeneEmbedNodeFactory::new, m_temp.resolve("cache.sqlite"))) {
            node.set("names", "gene").set("texts", "Description").set("batch", BATCH).setOptionalInt("dimensions",
                DIMENSIONS);
            final var service = LanguageModelNode.service(node, server.baseUrl(), "sk-storm").settings("service");
            service.addString("model", "text-embedding-3-small");
            service.addInt("concurrency", 64);
            service.addInt("timeout", 2);
            node.run(texts());
            final var status = Rows.texts(node.table(1), "Status");
            final var reasons = Rows.texts(node.table(1), "Reason");
            final List<Integer> embedded = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                final boolean hopeless = storm.isHopeless(request(i));
                assertEquals(hopeless ? "error" : "ok", status.get(i), "row " + i);
                if (hopeless) {
                    assertNotNull(reasons.get(i), "row " + i);
                } else {
                    embedded.add(i);
                }
            }
            assertTrue(embedded.size() < ROWS, "no storm");
            final var vectors = node.<EmbeddingPortObject> output(0).open();
            assertEquals(embedded.stream().map(i -> "GENE" + i).toList(), vectors.names());
            final var rows = vectors.vectors().copy(0, embedded.size());
            for (int i = 0; i < rows.length; i++) {
                assertArrayEquals(Answers.vector(text(embedded.get(i)), DIMENSIONS), rows[i]);
            }
            assertEquals(ROWS / BATCH, server.paid().size());
            assertEquals(ROWS / BATCH, server.paidCount());
        }
    }
}
