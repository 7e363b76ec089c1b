package org.scelmo.llm.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.llm.cache.AnswerCache;
import org.scelmo.llm.cost.Budget;
import org.scelmo.llm.cost.Limits;
import org.scelmo.llm.cost.Price;
import org.scelmo.llm.cost.PriceTable;
import org.scelmo.llm.model.EmbeddingAnswer;
import org.scelmo.llm.model.ModelException.Kind;
import org.scelmo.llm.model.Usage;
import org.scelmo.llm.text.TextCleaning;

@Timeout(60)
class EmbedRunTest {

    private static final Optional<Price> PRICE = PriceTable.builtIn().find("text-embedding-3-small");

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
    void textsGoInBatchesAndVectorsComeInOrder() {
        final var model = FakeVectors.quick();
        final var found = embed(model, texts(25));
        assertEquals(List.of(10, 10, 5), model.asked().stream().map(List::size).toList());
        assertEquals(texts(25), found.stream().map(Embedded::name).toList());
        for (final var embedded : found) {
            assertEquals(RowStatus.OK, embedded.status());
            assertArrayEquals(FakeVectors.vector(embedded.name()), embedded.answer().orElseThrow().vector());
        }
        assertEquals(253, found.stream().mapToLong(e -> e.usage().inputTokens()).sum());
    }

    @Test
    void batchIsBoundedByTokensToo() {
        final var model = FakeVectors.quick();
        final var options = new EmbedOptions(1, 100, 4, 100, false, TextCleaning.NONE, 0);
        embed(model, List.of("hello world", "hello", "hello hello hello", "one two three four five six"), options);
        assertEquals(List.of(2, 1, 1), model.asked().stream().map(List::size).toList());
    }

    @Test
    void equalTextsAreEmbeddedOnceAndNeverAgain() {
        final var model = FakeVectors.quick();
        assertEquals(List.of(RowStatus.OK, RowStatus.OK, RowStatus.CACHED),
            statuses(embed(model, List.of("a\nb", "c", "a b"))));
        assertEquals(List.of("a b", "c"), model.texts());
        final var again = FakeVectors.quick();
        final var found = embed(again, List.of("a b", "c"));
        assertEquals(List.of(), again.texts());
        assertArrayEquals(FakeVectors.vector("a b"), found.get(0).answer().orElseThrow().vector());
        assertEquals(Usage.NONE, found.get(0).usage());
    }

    @Test
    void textAtFaultDoesNotSpoilItsBatch() {
        final var model = new FakeVectors(texts -> texts.contains("13") ? FakeVectors.failed(Kind.BAD_REQUEST)
            : CompletableFuture.completedFuture(FakeVectors.answer(texts)));
        final var found = embed(model, texts(30));
        assertEquals(RowStatus.ERROR, found.get(13).status());
        assertEquals("It failed: BAD_REQUEST.", found.get(13).reason());
        assertEquals(29, statuses(found).stream().filter(RowStatus.OK::equals).count());
    }

    @Test
    void vectorOfAnotherLengthIsAnErrorAndNotStored() {
        final var model = new FakeVectors(texts -> CompletableFuture.completedFuture(
            texts.contains("20") ? FakeVectors.answer(new float[texts.size()][2]) : FakeVectors.answer(texts)));
        final var found = embed(model, texts(25));
        assertEquals("The model answered with a vector of 2 numbers, not 3.", found.get(20).reason());
        assertEquals(5, statuses(found).stream().filter(RowStatus.ERROR::equals).count());
        final var again = FakeVectors.quick();
        embed(again, texts(25));
        assertEquals(texts(25).subList(20, 25), again.texts());
    }

    @Test
    void dimensionsAskedForAreHeld() {
        final var options = new EmbedOptions(1, 10, 1000, 100, false, TextCleaning.NONE, 4);
        final var found = embed(FakeVectors.quick(), texts(2), options);
        assertEquals("The model answered with a vector of 3 numbers, not 4.", found.get(0).reason());
        assertTrue(found.get(0).usage().inputTokens() > 0, "it was paid for nevertheless");
    }

    @Test
    void wrongNumberOfVectorsAndValuesThatAreNoNumbersAreErrors() {
        final var few = embed(new FakeVectors(t -> done(FakeVectors.answer(new float[1][3]))), texts(3));
        assertEquals("The model answered with 1 vectors for 3 texts.", few.get(0).reason());
        final var nan = embed(new FakeVectors(t -> done(FakeVectors.answer(new float[]{1, Float.NaN, 0}))), texts(1));
        assertEquals("The model answered with a vector with a value that is no finite number.", nan.get(0).reason());
    }

    @Test
    void emptyTextsAreReportedAndLongOnesRefusedOrCut() {
        final var rows = List.of("", " \n", "one two three four", "one");
        final var refused = embed(FakeVectors.quick(), rows,
            new EmbedOptions(1, 10, 1000, 3, false, TextCleaning.LINE_FEEDS, 0));
        assertEquals(List.of(RowStatus.EMPTY, RowStatus.EMPTY, RowStatus.ERROR, RowStatus.OK), statuses(refused));
        assertEquals("The text has 4 tokens; at most 3 can be embedded.", refused.get(2).reason());
        final var model = FakeVectors.quick();
        final var cut = embed(model, rows, new EmbedOptions(1, 10, 1000, 3, true, TextCleaning.LINE_FEEDS, 0));
        assertEquals(List.of(RowStatus.EMPTY, RowStatus.EMPTY, RowStatus.TRUNCATED, RowStatus.CACHED), statuses(cut));
        assertEquals(List.of("one two three"), model.texts());
    }

    @Test
    void missingTextIsAnErrorOfItsRow() {
        final var sink = new ArrayList<Embedded>();
        run(FakeVectors.quick(), Stream.of(EmbedRow.unable("INS", new ScelmoException("No description.")),
            EmbedRow.of("GCG", "a hormone")).iterator(), Budget.unlimited(PRICE), EmbedOptions.DEFAULT, sink);
        assertEquals(List.of(RowStatus.ERROR, RowStatus.OK), statuses(sink));
        assertEquals("No description.", sink.get(0).reason());
    }

    @Test
    void budgetShrinksTheLastBatchAndSkipsTheRest() {
        final var limits = new Limits(Optional.empty(), 150, Long.MAX_VALUE);
        final var sink = new ArrayList<Embedded>();
        final var summary = run(FakeVectors.quick(), rows(texts(40)), new Budget(limits, PRICE),
            new EmbedOptions(1, 10, 1000, 100, false, TextCleaning.NONE, 0), sink);
        assertTrue(summary.count(RowStatus.OK) > 10 && summary.count(RowStatus.SKIPPED_BUDGET) > 20, summary.toString());
        assertTrue(summary.spent().usage().inputTokens() <= 150, summary.toString());
        assertEquals(summary.spent().money(), sink.stream().map(Embedded::cost).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void estimateCountsRequestsByBatch() {
        embed(FakeVectors.quick(), texts(5));
        final var estimate = new EmbedRun(FakeVectors.quick(), m_cache, Budget.unlimited(PRICE), EmbedOptions.DEFAULT)
            .estimate(rows(texts(30)), PRICE, Progress.NONE);
        assertEquals(25, estimate.unique());
        assertEquals(3, estimate.requests());
        assertEquals(25, estimate.inputTokens());
        assertEquals(estimate.lowest(), estimate.highest());
    }

    private List<Embedded> embed(final FakeVectors model, final List<String> texts) {
        return embed(model, texts, EmbedOptions.DEFAULT);
    }

    private List<Embedded> embed(final FakeVectors model, final List<String> texts, final EmbedOptions options) {
        final var sink = new ArrayList<Embedded>();
        run(model, rows(texts), Budget.unlimited(PRICE), options, sink);
        return sink;
    }

    private RunSummary run(final FakeVectors model, final Iterator<EmbedRow> rows, final Budget budget,
        final EmbedOptions options, final List<Embedded> sink) {
        return new EmbedRun(model, m_cache, budget, options).run(rows, 40, sink::add, Progress.NONE);
    }

    private static CompletableFuture<EmbeddingAnswer> done(final EmbeddingAnswer answer) {
        return CompletableFuture.completedFuture(answer);
    }

    private static Iterator<EmbedRow> rows(final List<String> texts) {
        return texts.stream().map(t -> EmbedRow.of(t, t)).iterator();
    }

    private static List<String> texts(final int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    private static List<RowStatus> statuses(final List<Embedded> found) {
        return found.stream().map(Embedded::status).toList();
    }
}
