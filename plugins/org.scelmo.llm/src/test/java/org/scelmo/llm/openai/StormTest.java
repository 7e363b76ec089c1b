package org.scelmo.llm.openai;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.scelmo.llm.http.ConnectionOptions;
import org.scelmo.llm.http.Secret;
import org.scelmo.llm.model.EmbeddingAnswer;
import org.scelmo.llm.model.ModelException.Kind;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.model.TextAnswer;
import org.scelmo.llm.testserver.Answers;
import org.scelmo.llm.testserver.OpenAiServer;
import org.scelmo.llm.testserver.Storm;

/** Thousands of requests in bad weather: each ends in an answer or a stated reason, and none is paid for twice. */
class StormTest {

    private static final int GENES = 5000;

    private static final int BATCHES = 400;

    private static final int UNDER_WAY = 400;

    private static final ConnectionOptions CONNECTION =
        ConnectionOptions.DEFAULT.withConcurrency(16).withCallTimeout(Duration.ofMillis(800));

    private final Semaphore m_underWay = new Semaphore(UNDER_WAY);

    @Test
    void everyGeneEndsInAnAnswerOrAReasonAndIsPaidForOnce() throws InterruptedException {
        final var storm = new Storm(1).withTrickles();
        final var answers = new ArrayList<CompletableFuture<TextAnswer>>();
        try (var server = OpenAiServer.start().withScript(storm); var model = new OpenAiTextModel(
            Endpoint.of(Preset.CUSTOM, server.baseUrl(), false), Secret.of("sk-storm-123456"),
            ChatOptions.of("m", Preset.CUSTOM), CONNECTION)) {
            for (int i = 0; i < GENES; i++) {
                m_underWay.acquire();
                answers.add(model.ask(Prompt.of("gene " + i)));
                answers.get(i).whenComplete((a, e) -> m_underWay.release());
            }
            for (int i = 0; i < GENES; i++) {
                if (storm.isHopeless("gene " + i)) {
                    assertEquals(Kind.MALFORMED_ANSWER, Failures.of(answers.get(i)).kind());
                } else {
                    assertEquals(Answers.START + "gene " + i, answers.get(i).join().text());
                }
            }
            assertEquals(GENES, server.paid().size());
            assertEquals(GENES, server.paidCount());
            assertTrue(server.requestCount() > 2 * GENES, "no storm: " + server.requestCount() + " requests");
        }
    }

    @Test
    void everyBatchOfTextsEndsInVectorsOrAReasonAndIsPaidForOnce() throws InterruptedException {
        final var storm = new Storm(2).withTrickles();
        final var answers = new ArrayList<CompletableFuture<EmbeddingAnswer>>();
        try (var server = OpenAiServer.start().withScript(storm); var embedder = new OpenAiTextEmbedder(
            Endpoint.of(Preset.CUSTOM, server.baseUrl(), false), Secret.NONE,
            EmbeddingOptions.of("m").withDimensions(32), CONNECTION)) {
            for (int i = 0; i < BATCHES; i++) {
                m_underWay.acquire();
                answers.add(embedder.embed(texts(i)));
                answers.get(i).whenComplete((a, e) -> m_underWay.release());
            }
            for (int i = 0; i < BATCHES; i++) {
                if (storm.isHopeless(String.join("\n", texts(i)))) {
                    assertEquals(Kind.MALFORMED_ANSWER, Failures.of(answers.get(i)).kind());
                } else {
                    assertArrayEquals(Answers.vector(texts(i).get(7), 32), answers.get(i).join().vectors()[7]);
                }
            }
            assertEquals(BATCHES, server.paid().size());
            assertEquals(BATCHES, server.paidCount());
        }
    }

    private static List<String> texts(final int batch) {
        return IntStream.range(0, 20).mapToObj(i -> "batch " + batch + " text " + i).toList();
    }
}
