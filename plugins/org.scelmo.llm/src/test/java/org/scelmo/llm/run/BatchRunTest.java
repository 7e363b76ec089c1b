package org.scelmo.llm.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.CanceledException;
import org.scelmo.core.Progress;
import org.scelmo.llm.cache.AnswerCache;
import org.scelmo.llm.cost.Budget;
import org.scelmo.llm.cost.Limits;
import org.scelmo.llm.cost.Price;
import org.scelmo.llm.cost.PriceTable;
import org.scelmo.llm.http.ConnectionOptions;
import org.scelmo.llm.http.Secret;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.openai.ChatOptions;
import org.scelmo.llm.openai.Endpoint;
import org.scelmo.llm.openai.OpenAiBatches;
import org.scelmo.llm.openai.OpenAiTextModel;
import org.scelmo.llm.openai.Preset;
import org.scelmo.llm.prompt.PromptHash;
import org.scelmo.llm.testserver.OpenAiServer;
import org.scelmo.llm.testserver.Reply;

/** Batches through the real client. Each run opens model, service and cache anew, as another execution would. */
@Timeout(60)
class BatchRunTest {

    private static final String MODEL = "gpt-4o-mini";

    private static final String KEY = "sk-batch";

    private static final Price PRICE = PriceTable.builtIn().find(MODEL).orElseThrow();

    private static final BatchPace UNTIL_DONE =
        new BatchPace(true, Duration.ofMillis(1), Duration.ofMillis(8), Duration.ofMinutes(30));

    private static final List<String> GENES = List.of("INS", "GCG", "INS", "SST");

    @TempDir
    private Path m_folder;

    private final OpenAiServer m_server = OpenAiServer.start().withKey(KEY);

    private RunSummary m_summary;

    @AfterEach
    void stop() {
        m_server.close();
    }

    @Test
    void answersCostWhatBatchesCostAndAreNeverAskedAgain() {
        final var found = run(UNTIL_DONE, GENES);
        assertEquals(List.of("ok", "ok", "cached", "ok"), statuses(found));
        assertEquals("Answer to: gene: GCG", found.get(1).answer().orElseThrow().text());
        final var usage = found.get(1).usage();
        assertTrue(usage.outputTokens() > 0);
        assertEquals(0, PRICE.of(usage).divide(BigDecimal.valueOf(2)).compareTo(found.get(1).cost()));
        assertEquals(0, found.stream().map(Description::cost).reduce(BigDecimal.ZERO, BigDecimal::add)
            .compareTo(m_summary.spent().money()));
        final int requests = m_server.requestCount();
        assertEquals(List.of("cached", "cached", "cached", "cached"), statuses(run(UNTIL_DONE, GENES)));
        assertEquals(requests, m_server.requestCount());
        assertEquals(1, batchesMade());
    }

    @Test
    void laterExecutionsCollectWhatOneHandedIn() {
        final var first = run(BatchPace.HAND_IN, GENES);
        assertEquals(List.of("waiting", "waiting", "waiting", "waiting"), statuses(first));
        assertTrue(first.get(0).reason().startsWith("The batch 'batch_2' is not done."), first.get(0).reason());
        assertEquals(BigDecimal.ZERO, m_summary.spent().money());
        assertEquals(List.of("waiting", "waiting"), statuses(run(BatchPace.HAND_IN, List.of("SST", "INS"))));
        run(BatchPace.HAND_IN, GENES);
        assertEquals(List.of("ok", "ok", "cached", "ok"), statuses(run(BatchPace.HAND_IN, GENES)));
        assertEquals(1, batchesMade());
    }

    @Test
    void newNamesGoIntoABatchOfTheirOwn() {
        run(BatchPace.HAND_IN, List.of("INS"));
        assertEquals(List.of("ok", "ok"), statuses(run(UNTIL_DONE, List.of("INS", "GCG"))));
        assertEquals(2, batchesMade());
    }

    @Test
    void cancelingLosesNothing() {
        final var canceled = new Progress() {
            @Override
            public void update(final double fraction, final Supplier<String> message) {
                assertTrue(message.get().startsWith("Waiting for 3 answers"), message.get());
            }

            @Override
            public void checkCanceled() {
                if (batchesMade() > 0 && m_server.requests().stream().anyMatch(r -> isLook(r.method(), r.target()))) {
                    throw new CanceledException();
                }
            }
        };
        assertThrows(CanceledException.class, () -> run(UNTIL_DONE, GENES, unlimited(), canceled));
        assertEquals(List.of("ok", "ok", "cached", "ok"), statuses(run(UNTIL_DONE, GENES)));
        assertEquals(1, batchesMade());
    }

    @Test
    void aBatchWhoseIdWasNotStoredAnymoreIsFound() {
        try (var cache = cache(); var model = model(); var service = service(KEY)) { // killed right after the order
            final var prompts = new LinkedHashMap<String, Prompt>();
            GENES.forEach(g -> prompts.put(PromptHash.of(prompt(g)), prompt(g)));
            cache.batches().claim(model.identity(), "mark", prompts.keySet());
            service.create(service.upload(prompts).join(), "mark", prompts.size()).join();
        }
        assertEquals(List.of("ok", "ok", "cached", "ok"), statuses(run(UNTIL_DONE, GENES)));
        assertEquals(1, batchesMade());
    }

    @Test
    void aBatchThatWasAnnouncedButNeverMadeIsMadeOnceItsTimeIsOver() {
        try (var cache = cache(); var model = model()) { // killed right before the order
            cache.batches().claim(model.identity(), "mark", List.of(PromptHash.of(prompt("INS"))));
        }
        final var waiting = run(BatchPace.HAND_IN, List.of("INS"));
        assertEquals(List.of("waiting"), statuses(waiting));
        assertTrue(waiting.get(0).reason().startsWith("It is being handed in"), waiting.get(0).reason());
        assertEquals(0, batchesMade());
        final var impatient = new BatchPace(true, Duration.ofMillis(1), Duration.ofMillis(8), Duration.ofMillis(-1));
        assertEquals(List.of("ok"), statuses(run(impatient, List.of("INS"))));
        assertEquals(1, batchesMade());
    }

    @Test
    void aRowWithoutAnswerHasAReasonAndIsAskedAgainByTheNextExecution() {
        final var names = List.of("INS", "refuse", "lose");
        final var found = run(UNTIL_DONE, names);
        assertEquals(List.of("ok", "error", "error"), statuses(found));
        assertTrue(found.get(1).reason().contains("Not this one."), found.get(1).reason());
        assertTrue(found.get(2).reason().contains("without a word"), found.get(2).reason());
        assertEquals(1, m_summary.spent().usage().outputTokens() / found.get(0).usage().outputTokens());
        assertEquals(List.of("cached", "error", "error"), statuses(run(UNTIL_DONE, names)));
        assertEquals(2, batchesMade());
    }

    @Test
    void anExpiredBatchKeepsWhatWasAnswered() {
        m_server.withBatchesEnding("expired");
        final var found = run(UNTIL_DONE, List.of("INS", "late"));
        assertEquals(List.of("ok", "error"), statuses(found));
        assertTrue(found.get(1).reason().contains("The day was over."), found.get(1).reason());
    }

    @Test
    void aBatchThatIsRefusedAsAWholeTellsWhyInEveryRow() {
        m_server.withBatchesEnding("failed");
        final var found = run(UNTIL_DONE, List.of("INS", "GCG"));
        found.forEach(d -> assertTrue(d.reason().contains("This is no JSON."), d.reason()));
        assertEquals(1, batchesMade());
    }

    @Test
    void limitsHoldOverAllBatches() {
        final var limits = new Limits(Optional.empty(), Long.MAX_VALUE, 2);
        final var budget = new Budget(limits, Optional.of(PRICE.batch()));
        assertEquals(List.of("ok", "ok", "skipped by budget"),
            statuses(run(UNTIL_DONE, List.of("INS", "GCG", "SST"), budget, Progress.NONE)));
        assertEquals(1, batchesMade());
    }

    @Test
    void whatTheLimitsLeaveNoRoomForGoesIntoTheNextBatch() {
        // each answer may have 4,096 tokens and has few: one reservation fits at a time
        final var budget = new Budget(new Limits(Optional.empty(), 6000, Long.MAX_VALUE), Optional.of(PRICE.batch()));
        assertEquals(List.of("ok", "ok", "ok"),
            statuses(run(UNTIL_DONE, List.of("INS", "GCG", "SST"), budget, Progress.NONE)));
        assertEquals(3, batchesMade());
        assertTrue(m_summary.spent().usage().outputTokens() < 6000);
    }

    @Test
    void aServiceThatFailsForAWhileIsWaitedFor() {
        run(BatchPace.HAND_IN, GENES);
        final var failures = new ArrayList<String>();
        m_server.withScript((request, usual) -> isLook(request.method(), request.target()) && failures.size() < 3
            && failures.add(request.target()) ? Optional.of(Reply.error(500, "x", "Oops.")) : Optional.empty());
        assertEquals(List.of("ok", "ok", "cached", "ok"), statuses(run(UNTIL_DONE, GENES)));
        assertEquals(3, failures.size());
        assertEquals(1, batchesMade());
    }

    @Test
    void aWrongKeyStopsAtOnceAndLeavesNothingBehind() {
        final var found = run(UNTIL_DONE, GENES, unlimited(), Progress.NONE, "sk-wrong");
        assertEquals(List.of("error", "error", "error", "error"), statuses(found));
        assertTrue(m_summary.stopped().isPresent());
        assertEquals(0, batchesMade());
        assertEquals(List.of("ok", "ok", "cached", "ok"), statuses(run(UNTIL_DONE, GENES)));
    }

    @Test
    void aBatchThatTheServiceDoesNotKnowIsToldAndNotPaidAgain() {
        try (var cache = cache(); var model = model()) {
            cache.batches().claim(model.identity(), "mark", List.of(PromptHash.of(prompt("INS"))));
            cache.batches().handedIn("mark", "batch_9");
        }
        final var found = run(UNTIL_DONE, List.of("INS"));
        assertEquals(List.of("waiting"), statuses(found));
        final var why = m_summary.stopped().orElseThrow().getMessage();
        assertTrue(why.contains("does not know the batch 'batch_9'"), why);
        assertEquals(0, batchesMade());
    }

    @Test
    void noFileOfTheCacheHoldsTheKey() throws IOException {
        run(BatchPace.HAND_IN, GENES);
        try (var files = Files.list(m_folder)) {
            for (final var file : files.toList()) {
                assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains(KEY), file.toString());
            }
        }
    }

    private List<Description> run(final BatchPace pace, final List<String> names) {
        return run(pace, names, unlimited(), Progress.NONE);
    }

    private List<Description> run(final BatchPace pace, final List<String> names, final Budget budget,
        final Progress progress) {
        return run(pace, names, budget, progress, KEY);
    }

    private List<Description> run(final BatchPace pace, final List<String> names, final Budget budget,
        final Progress progress, final String key) {
        final var found = new ArrayList<Description>();
        try (var cache = cache(); var model = model(); var service = service(key)) {
            final var run =
                new BatchRun(new DescribeRun(model, cache, budget, DescribeOptions.DEFAULT), service, pace);
            final var rows = names.stream().map(n -> DescribeRow.asking(n, prompt(n))).toList();
            run.ask(rows.iterator(), progress);
            m_summary = run.deliver(rows.iterator(), rows.size(), found::add, progress);
        }
        return found;
    }

    private AnswerCache cache() {
        return AnswerCache.open(m_folder.resolve("answers.sqlite"));
    }

    private OpenAiTextModel model() {
        return new OpenAiTextModel(endpoint(), Secret.NONE, ChatOptions.of(MODEL, Preset.OPENAI),
            ConnectionOptions.DEFAULT);
    }

    private OpenAiBatches service(final String key) {
        return new OpenAiBatches(endpoint(), Secret.of(key), ChatOptions.of(MODEL, Preset.OPENAI),
            ConnectionOptions.DEFAULT.withRetries(0));
    }

    private Endpoint endpoint() {
        return Endpoint.of(Preset.OPENAI, m_server.baseUrl(), false);
    }

    private long batchesMade() {
        return m_server.requests().stream()
            .filter(r -> r.method().equals("POST") && r.target().endsWith("/batches")).count();
    }

    private static boolean isLook(final String method, final String target) {
        return method.equals("GET") && target.contains("/batches/");
    }

    private static Budget unlimited() {
        return Budget.unlimited(Optional.of(PRICE.batch()));
    }

    private static Prompt prompt(final String name) {
        return Prompt.of("gene: " + name);
    }

    private static List<String> statuses(final List<Description> found) {
        return found.stream().map(d -> d.status().label()).toList();
    }
}
