package org.scelmo.llm.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.scelmo.core.Progress;
import org.scelmo.llm.cache.AnswerCache;
import org.scelmo.llm.cost.Budget;
import org.scelmo.llm.cost.Limits;
import org.scelmo.llm.cost.PriceTable;
import org.scelmo.llm.lint.AnswerLint;
import org.scelmo.llm.model.ModelException.Kind;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.model.TextAnswer;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a model does: limits hold, nothing is paid twice, and rows come in order. */
class RunPropertiesTest {

    private static final List<Kind> FAILURES =
        List.of(Kind.SERVER, Kind.RATE_LIMITED, Kind.TIMEOUT, Kind.BAD_REQUEST, Kind.MALFORMED_ANSWER);

    @Property(tries = 40)
    void limitsHoldAndEachPromptIsPaidOnceAndRowsComeInOrder(
        @ForAll @Size(max = 60) final List<@IntRange(max = 20) Integer> names,
        @ForAll @IntRange(min = 1, max = 8) final int concurrency, @ForAll @IntRange(max = 4000) final int tokens,
        @ForAll @IntRange(max = 40) final int requests, @ForAll final long seed) throws IOException {
        final var file = Files.createTempDirectory("scelmo").resolve("answers.sqlite");
        final Map<Prompt, Integer> paid = new ConcurrentHashMap<>();
        final var random = new Random(seed);
        final var money = new BigDecimal("0.02");
        final var budget = new Budget(new Limits(Optional.of(money), tokens, requests),
            PriceTable.builtIn().find("gpt-4o"));
        final var sink = new ArrayList<Description>();
        try (var cache = AnswerCache.open(file); var model = new FakeText(p -> moody(p, random, paid))) {
            final var options = new DescribeOptions(concurrency, 150, false, AnswerLint.PARAGRAPH);
            final var rows =
                names.stream().map(n -> DescribeRow.asking("" + n, Prompt.of("" + n))).iterator();
            final var summary = new DescribeRun(model, cache, budget, options).run(rows, names.size(), sink::add,
                Progress.NONE);
            assertEquals(names.size(), summary.rows());
            assertTrue(model.mostFlying() <= concurrency);
            assertTrue(model.asked().size() <= requests);
        } finally {
            delete(file);
        }
        assertEquals(names.stream().map(n -> "" + n).toList(), sink.stream().map(Description::name).toList());
        paid.forEach((prompt, times) -> assertEquals(1, times, prompt.user()));
        assertTrue(budget.spent().money().compareTo(money) <= 0);
        assertTrue(budget.spent().usage().inputTokens() + budget.spent().usage().outputTokens() <= tokens);
        sink.forEach(RunPropertiesTest::assertAnsweredOrReasoned);
        final var payers = sink.stream().filter(d -> d.status() == RowStatus.OK).map(Description::name).toList();
        assertEquals(new HashSet<>(payers).size(), payers.size(), "one row pays for each prompt");
    }

    private static CompletableFuture<TextAnswer> moody(final Prompt prompt, final Random random,
        final Map<Prompt, Integer> paid) {
        final int mood = random.nextInt(6);
        final var later = CompletableFuture.delayedExecutor(random.nextInt(3), TimeUnit.MILLISECONDS);
        if (mood == 0) {
            return FakeText.failed(FAILURES.get(random.nextInt(FAILURES.size())));
        }
        return CompletableFuture.supplyAsync(() -> {
            paid.merge(prompt, 1, Integer::sum);
            return new TextAnswer("About " + prompt.user(), TextAnswer.End.COMPLETE, FakeText.USAGE, "fake", "");
        }, mood == 1 ? later : Runnable::run);
    }

    private static void assertAnsweredOrReasoned(final Description d) {
        if (d.answer().isPresent()) {
            assertEquals("About " + d.name(), d.answer().get().text());
        } else {
            assertTrue(d.status() == RowStatus.ERROR || d.status() == RowStatus.SKIPPED_BUDGET);
            assertTrue(!d.reason().isEmpty());
        }
    }

    private static void delete(final Path file) throws IOException {
        try (var files = Files.list(file.getParent())) {
            for (final var f : files.toList()) {
                Files.delete(f);
            }
        }
        Files.delete(file.getParent());
    }
}
