package org.scelmo.llm.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scelmo.core.ScelmoException;
import org.scelmo.llm.http.ConnectionOptions;
import org.scelmo.llm.http.Secret;
import org.scelmo.llm.model.ModelException.Kind;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.model.TextAnswer.End;
import org.scelmo.llm.openai.BatchState.Phase;
import org.scelmo.llm.testserver.OpenAiServer;
import org.scelmo.llm.testserver.Reply;
import org.scelmo.llm.testserver.Reply.Delivery;
import org.scelmo.llm.testserver.Script;

class OpenAiBatchesTest {

    private static final Map<String, Prompt> PROMPTS = prompts();

    private final OpenAiServer m_server = OpenAiServer.start().withKey("sk-test");

    @AfterEach
    void stop() {
        m_server.close();
    }

    @Test
    void isHandedInAndCollectedInALaterExecution() {
        final var ticket = submit();
        assertEquals(new BatchTicket("batch_2", m_server.baseUrl(), 4), ticket);
        try (var batches = batches()) { // as if KNIME had been closed meanwhile
            assertEquals(Phase.RUNNING, batches.poll(ticket).join().phase());
            assertEquals(Phase.RUNNING, batches.poll(ticket).join().phase());
            assertEquals(new BatchState(Phase.COMPLETED, 3, 1, 4, ""), batches.poll(ticket).join());
            final var rows = batches.collect(ticket, PROMPTS.keySet()).join();
            assertEquals(List.copyOf(PROMPTS.keySet()), List.copyOf(rows.keySet()));
            final var answer = rows.get("a").answer().get();
            assertEquals("Answer to: gene: A", answer.text());
            assertEquals(End.COMPLETE, answer.end());
            assertEquals(7, answer.usage().outputTokens());
        }
    }

    @Test
    void aPromptWithoutAnswerHasAReasonAndTheOthersTheirAnswers() {
        final var rows = collect("completed");
        assertTrue(rows.get("a").answer().isPresent());
        assertEquals(Kind.BAD_REQUEST, rows.get("refused").failure().get().kind());
        assertTrue(rows.get("refused").failure().get().getMessage().contains("Not this one."));
        assertTrue(rows.get("lost").failure().get().getMessage().contains("without a word on this prompt"));
    }

    @Test
    void anExpiredBatchKeepsWhatWasAnswered() {
        final var rows = collect("expired");
        assertEquals("Answer to: gene: A", rows.get("a").answer().get().text());
        assertTrue(rows.get("late").failure().get().getMessage().contains("The day was over."));
    }

    @Test
    void aBatchThatIsRefusedAsAWholeTellsWhyInEveryRow() {
        final var rows = collect("failed");
        assertEquals(PROMPTS.keySet(), rows.keySet());
        rows.values().forEach(row -> assertTrue(row.failure().get().getMessage().contains("This is no JSON.")));
    }

    @Test
    void aRunningBatchIsNotCollected() {
        final var ticket = submit();
        try (var batches = batches()) {
            final var e = Failures.of(batches.collect(ticket, PROMPTS.keySet()));
            assertTrue(e.getMessage().contains("is not done yet"), e.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DROP", "HALF"})
    void aBatchIsNotMadeTwiceWhenTheAnswerIsLost(final Delivery delivery) {
        final var lost = new AtomicBoolean();
        m_server.withScript((request, usual) -> isCreation(request.method(), request.target()) && !lost.getAndSet(true)
            ? Optional.of(usual.delivered(delivery)) : Optional.empty());
        assertEquals("batch_2", submit().batchId());
        assertEquals(1, m_server.requests().stream().filter(r -> isCreation(r.method(), r.target())).count());
    }

    @Test
    void aBatchThatWasNotMadeIsNotFoundEither() {
        m_server.withScript((request, usual) -> isCreation(request.method(), request.target())
            ? Optional.of(Reply.error(500, "x", "Oops.")) : request.target().contains("/batches?")
                ? Optional.of(Reply.ok("{\"object\":\"list\",\"data\":[],\"has_more\":false}")) : Optional.empty());
        try (var batches = batches()) {
            assertEquals(Kind.SERVER, Failures.of(batches.submit(PROMPTS)).kind());
        }
    }

    @Test
    void aTicketOfAnotherServiceIsRefused() {
        try (var batches = batches()) {
            final var ticket = new BatchTicket("batch_1", "https://api.openai.com/v1", 1);
            assertThrows(ScelmoException.class, () -> batches.poll(ticket));
        }
        assertEquals(0, m_server.requestCount());
    }

    @Test
    void anUnknownBatchAndAnEmptyOneAreTold() {
        try (var batches = batches()) {
            assertEquals(Kind.NOT_FOUND,
                Failures.of(batches.poll(new BatchTicket("batch_9", m_server.baseUrl(), 1))).kind());
            assertThrows(ScelmoException.class, () -> batches.submit(Map.of()));
        }
    }

    @Test
    void aFileThatIsNoneIsTold() {
        final var ticket = submit();
        try (var batches = batches()) {
            for (int i = 0; i < 3; i++) {
                batches.poll(ticket).join();
            }
            m_server.withScript((request, usual) -> request.target().endsWith("/content")
                ? Optional.of(Reply.of(200, "text/html", "<html>")) : Optional.empty());
            assertEquals(Kind.MALFORMED_ANSWER, Failures.of(batches.collect(ticket, PROMPTS.keySet())).kind());
            m_server.withScript(Script.FAIR);
            assertFalse(batches.collect(ticket, PROMPTS.keySet()).join().isEmpty());
        }
    }

    private Map<String, BatchRow> collect(final String end) {
        m_server.withBatchesEnding(end);
        final var ticket = submit();
        try (var batches = batches()) {
            while (!batches.poll(ticket).join().phase().isOver()) {
                assertTrue(m_server.requestCount() < 20, "it never ends");
            }
            return batches.collect(ticket, PROMPTS.keySet()).join();
        }
    }

    private BatchTicket submit() {
        try (var batches = batches()) {
            return batches.submit(PROMPTS).join();
        }
    }

    private OpenAiBatches batches() {
        return new OpenAiBatches(Endpoint.of(Preset.OPENAI, m_server.baseUrl(), false), Secret.of("sk-test"),
            ChatOptions.of("m", Preset.OPENAI), ConnectionOptions.DEFAULT);
    }

    private static boolean isCreation(final String method, final String target) {
        return method.equals("POST") && target.endsWith("/batches");
    }

    private static Map<String, Prompt> prompts() {
        final var prompts = new LinkedHashMap<String, Prompt>();
        prompts.put("a", Prompt.of("gene: A"));
        prompts.put("refused", Prompt.of("gene: refuse"));
        prompts.put("lost", Prompt.of("gene: lose"));
        prompts.put("late", Prompt.of("gene: late"));
        return prompts;
    }
}
