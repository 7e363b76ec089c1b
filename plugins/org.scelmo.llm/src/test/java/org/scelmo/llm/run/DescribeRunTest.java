package org.scelmo.llm.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.CanceledException;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.llm.cache.AnswerCache;
import org.scelmo.llm.cost.Budget;
import org.scelmo.llm.cost.Estimate;
import org.scelmo.llm.cost.Limits;
import org.scelmo.llm.cost.Price;
import org.scelmo.llm.cost.PriceTable;
import org.scelmo.llm.lint.Lint;
import org.scelmo.llm.model.ModelException.Kind;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.model.TextAnswer;
import org.scelmo.llm.model.TextAnswer.End;
import org.scelmo.llm.model.Usage;

@Timeout(60)
class DescribeRunTest {

    private static final Optional<Price> PRICE = PriceTable.builtIn().find("gpt-4o");

    @TempDir
    private Path m_folder;

    private AnswerCache m_cache;

    @BeforeEach
    void open() {
        m_cache = AnswerCache.open(m_folder.resolve("answers.sqlite"));
    }

    @AfterEach
    void close() {
        m_cache.close();
    }

    @Test
    void rowsComeInOrderWhateverTheOrderOfAnswers() {
        final var random = new Random(1);
        final var model = new FakeText(p -> CompletableFuture.supplyAsync(() -> FakeText.answer(p),
            CompletableFuture.delayedExecutor(random.nextInt(20), TimeUnit.MILLISECONDS)));
        final var found = describe(model, names(200));
        assertEquals(names(200), found.stream().map(Description::name).toList());
        found.forEach(d -> assertEquals("About " + d.name(), d.answer().orElseThrow().text()));
        assertTrue(found.stream().allMatch(d -> d.status() == RowStatus.OK && d.usage().equals(FakeText.USAGE)
            && d.promptHash().length() == 64 && d.time().isPresent()));
        assertEquals(DescribeOptions.DEFAULT.concurrency(), model.mostFlying());
    }

    @Test
    void equalPromptsAreAskedOnceAndPaidByTheFirstRow() {
        final var model = FakeText.quick();
        final var found = describe(model, List.of("INS", "GCG", "INS", "INS"));
        assertEquals(2, model.asked().size());
        assertEquals(List.of(RowStatus.OK, RowStatus.OK, RowStatus.CACHED, RowStatus.CACHED), statuses(found));
        assertEquals(Usage.NONE, found.get(2).usage());
        assertEquals(BigDecimal.ZERO, found.get(3).cost());
    }

    @Test
    void secondRunAsksNothing() {
        describe(FakeText.quick(), names(1500));
        final var model = FakeText.quick();
        final var found = describe(model, names(1500));
        assertEquals(0, model.asked().size());
        assertTrue(found.stream().allMatch(d -> d.status() == RowStatus.CACHED && d.answer().isPresent()));
    }

    @Test
    void errorEndsItsRowAlone() {
        final var model = new FakeText(p -> p.user().equals("7") ? FakeText.failed(Kind.SERVER)
            : CompletableFuture.completedFuture(FakeText.answer(p)));
        final var found = describe(model, names(20));
        assertEquals(RowStatus.ERROR, found.get(7).status());
        assertEquals("It failed: SERVER.", found.get(7).reason());
        assertEquals(19, statuses(found).stream().filter(RowStatus.OK::equals).count());
    }

    @Test
    void fatalErrorStopsAskingAndKeepsWhatTheCacheKnows() {
        describe(FakeText.quick(), List.of("500", "900"));
        final var model = new FakeText(p -> FakeText.failed(Kind.UNAUTHORIZED));
        final var sink = new ArrayList<Description>();
        final var summary = run(model, names(1000), Budget.unlimited(PRICE), sink, Progress.NONE);
        assertEquals("It failed: UNAUTHORIZED.", summary.stopped().orElseThrow().getMessage());
        assertEquals(2, summary.count(RowStatus.CACHED));
        assertEquals(998, summary.count(RowStatus.ERROR));
        assertTrue(model.asked().size() <= 2 * DescribeOptions.DEFAULT.concurrency(), "asked " + model.asked().size());
        assertTrue(sink.get(999).reason().startsWith("Not asked, since asking stopped: It failed"));
    }

    @Test
    void canceledRunGoesOnWhereItStopped() {
        final var hanging = new FakeText(p -> Integer.parseInt(p.user()) < 100
            ? CompletableFuture.completedFuture(FakeText.answer(p)) : new CompletableFuture<>());
        final var sink = new ArrayList<Description>();
        assertThrows(CanceledException.class, () -> run(hanging, names(300), Budget.unlimited(PRICE), sink,
            cancelWhen(() -> sink.size() == 100)));
        assertEquals(DescribeOptions.DEFAULT.concurrency(), hanging.canceled());
        final var model = FakeText.quick();
        assertEquals(300, describe(model, names(300)).size());
        assertEquals(200, model.asked().size());
    }

    @Test
    void answersThatLandedBeforeACancelAreStored() {
        final var first = new CompletableFuture<TextAnswer>();
        final var model = new FakeText(p -> p.user().equals("0") ? first
            : CompletableFuture.completedFuture(FakeText.answer(p)));
        assertThrows(CanceledException.class, () -> run(model, names(50), Budget.unlimited(PRICE), new ArrayList<>(),
            cancelWhen(() -> model.asked().size() == 50)));
        final var again = FakeText.quick();
        describe(again, names(50));
        assertEquals(List.of(Prompt.of("0")), again.asked());
    }

    @Test
    void budgetOfMoneyIsNeverExceededAndTheRestIsSkipped() {
        final var limits = new Limits(Optional.of(new BigDecimal("0.10")), Long.MAX_VALUE, Long.MAX_VALUE);
        final var sink = new ArrayList<Description>();
        final var summary = run(FakeText.quick(), names(500), new Budget(limits, PRICE), sink, Progress.NONE);
        assertTrue(summary.spent().money().compareTo(new BigDecimal("0.10")) <= 0, summary.toString());
        assertTrue(summary.count(RowStatus.OK) > 0);
        assertEquals(500, summary.count(RowStatus.OK) + summary.count(RowStatus.SKIPPED_BUDGET));
        assertEquals(summary.spent().money(), sink.stream().map(Description::cost).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void refusedTruncatedAndEmptyAnswersAreTold() {
        final var model = new FakeText(p -> CompletableFuture.completedFuture(switch (p.user()) {
            case "0" -> FakeText.answer("I cannot help with that.", End.REFUSED);
            case "1" -> FakeText.answer("It begins", End.TRUNCATED);
            default -> FakeText.answer(" ", End.COMPLETE);
        }));
        final var expected = List.of(RowStatus.REFUSED, RowStatus.TRUNCATED, RowStatus.ERROR);
        final var found = describe(model, names(3));
        assertEquals(expected, statuses(found));
        assertTrue(found.get(0).lint().contains(Lint.REFUSAL));
        assertEquals(FakeText.USAGE, found.get(2).usage());
        assertEquals(expected, statuses(describe(model, names(3))));
        assertEquals(4, model.asked().size(), "only the empty answer is asked for again");
    }

    @Test
    void refusedPromptsAreAskedAgainOnDemand() {
        describe(new FakeText(p -> CompletableFuture.completedFuture(FakeText.answer("No.", End.REFUSED))), names(1));
        final var options = new DescribeOptions(1, 100, true, DescribeOptions.DEFAULT.lint());
        final var sink = new ArrayList<Description>();
        new DescribeRun(FakeText.quick(), m_cache, Budget.unlimited(PRICE), options).run(rows(names(1)), 1, sink::add,
            Progress.NONE);
        assertEquals(RowStatus.OK, sink.get(0).status());
    }

    @Test
    void rowThatCannotAskIsAnErrorOfThatRow() {
        final var sink = new ArrayList<Description>();
        final var rows = Stream.of(DescribeRow.unable("", new ScelmoException("The value of {name} is missing.")),
            DescribeRow.asking("INS", Prompt.of("INS"))).iterator();
        new DescribeRun(FakeText.quick(), m_cache, Budget.unlimited(PRICE), DescribeOptions.DEFAULT).run(rows, 2,
            sink::add, Progress.NONE);
        assertEquals(List.of(RowStatus.ERROR, RowStatus.OK), statuses(sink));
        assertEquals("The value of {name} is missing.", sink.get(0).reason());
    }

    @Test
    void damagedEntryIsAskedForAnewAndTold() throws Exception {
        describe(FakeText.quick(), names(3));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + m_cache.file());
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE entry SET text = 'forged' WHERE text = 'About 1'");
        }
        final var sink = new ArrayList<Description>();
        final var summary = run(FakeText.quick(), names(3), Budget.unlimited(PRICE), sink, Progress.NONE);
        assertEquals(1, summary.damaged());
        assertEquals("About 1", sink.get(1).answer().orElseThrow().text());
    }

    @Test
    void programmingErrorOfAModelIsNotSwallowedAndLosesNoAnswer() {
        final var model = new FakeText(p -> p.user().equals("30")
            ? CompletableFuture.failedFuture(new IllegalArgumentException("bug"))
            : CompletableFuture.completedFuture(FakeText.answer(p)));
        final var e = assertThrows(IllegalStateException.class, () -> describe(model, names(31)));
        assertEquals("bug", e.getCause().getMessage());
        final var again = FakeText.quick();
        describe(again, names(31));
        assertEquals(List.of(Prompt.of("30")), again.asked());
    }

    @Test
    void estimateTellsWhatTheRunWillAsk() {
        describe(FakeText.quick(), names(10));
        final var names = new ArrayList<>(names(30));
        names.add("29");
        final var estimate = new DescribeRun(FakeText.quick(), m_cache, Budget.unlimited(PRICE), DescribeOptions.DEFAULT)
            .estimate(rows(names), Estimate.AnswerLength.PARAGRAPH, PRICE, Progress.NONE);
        assertEquals(31, estimate.rows());
        assertEquals(20, estimate.requests());
        assertEquals(30, estimate.prompts());
        assertEquals(10, estimate.cached());
        // each prompt is one number: 1 token, and 3 + 1 + 3 around it
        assertEquals(160, estimate.inputTokens());
        assertEquals(new BigDecimal("0.0204"), estimate.lowest().orElseThrow().stripTrailingZeros());
    }

    @Test
    void manyRowsStreamThrough() {
        final var seen = new HashSet<String>();
        final var summary = new DescribeRun(FakeText.quick(), m_cache, Budget.unlimited(PRICE), DescribeOptions.DEFAULT)
            .run(IntStream.range(0, 30_000).mapToObj(i -> row("" + i % 2000)).iterator(), 30_000, d -> seen.add(d.name()),
                Progress.NONE);
        assertEquals(30_000, summary.rows());
        assertEquals(2000, summary.count(RowStatus.OK));
        assertEquals(2000, seen.size());
    }

    private List<Description> describe(final FakeText model, final List<String> names) {
        final var sink = new ArrayList<Description>();
        run(model, names, Budget.unlimited(PRICE), sink, Progress.NONE);
        return sink;
    }

    private RunSummary run(final FakeText model, final List<String> names, final Budget budget,
        final List<Description> sink, final Progress progress) {
        return new DescribeRun(model, m_cache, budget, DescribeOptions.DEFAULT).run(rows(names), names.size(), sink::add,
            progress);
    }

    private static Iterator<DescribeRow> rows(final List<String> names) {
        return names.stream().map(DescribeRunTest::row).iterator();
    }

    private static DescribeRow row(final String name) {
        return DescribeRow.asking(name, Prompt.of(name));
    }

    private static List<String> names(final int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    private static List<RowStatus> statuses(final List<Description> found) {
        return found.stream().map(Description::status).toList();
    }

    private static Progress cancelWhen(final Supplier<Boolean> condition) {
        return new Progress() {
            @Override
            public void update(final double fraction, final Supplier<String> message) {
                assertTrue(fraction >= 0 && fraction <= 1 && !message.get().isEmpty());
            }

            @Override
            public void checkCanceled() {
                if (condition.get()) {
                    throw new CanceledException();
                }
            }
        };
    }
}
