package org.scelmo.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.llm.cache.AnswerCache;
import org.scelmo.llm.cache.VectorAnswer;
import org.scelmo.llm.cost.Budget;
import org.scelmo.llm.cost.PriceTable;
import org.scelmo.llm.cost.Tokenizer;
import org.scelmo.llm.lint.AnswerLint;
import org.scelmo.llm.model.ModelIdentity;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.model.TextAnswer;
import org.scelmo.llm.model.TextModel;
import org.scelmo.llm.model.Usage;
import org.scelmo.llm.prompt.PromptHash;
import org.scelmo.llm.prompt.PromptPreset;
import org.scelmo.llm.prompt.PromptVariant;
import org.scelmo.llm.run.DescribeOptions;
import org.scelmo.llm.run.DescribeRow;
import org.scelmo.llm.run.DescribeRun;
import org.scelmo.llm.run.RowStatus;

/** A run of descriptions against a model of this process, the same run from the cache, vectors, and tokens. */
public final class AnswerCacheBenchmark {

    private static final int GENES = 33_000;
    private static final int ASKED = 5_000;
    private static final int LATENCY_MILLIS = 20;
    private static final int CONCURRENCY = 16;
    private static final int DIMENSIONS = 1_536;
    private static final String ANSWER = "The gene encodes a protein that takes part in signaling by receptors. ".repeat(12);

    private AnswerCacheBenchmark() {
    }

    /** Answers after a fixed time. */
    private record SlowModel(int millis) implements TextModel {

        @Override
        public ModelIdentity identity() {
            return new ModelIdentity("benchmark", "", "gpt-4o", new TreeMap<>());
        }

        @Override
        public CompletableFuture<TextAnswer> ask(final Prompt prompt) {
            final var answer = new TextAnswer(prompt.user() + ANSWER, TextAnswer.End.COMPLETE, new Usage(30, 150), "m", "");
            return millis == 0 ? CompletableFuture.completedFuture(answer) : CompletableFuture
                .supplyAsync(() -> answer, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
        }

        @Override
        public void close() {
            // nothing to release
        }
    }

    public static void main(final String[] args) throws Exception {
        Timing.printMachine();
        final var folder = Files.createTempDirectory("answers");
        final var file = folder.resolve("answers.sqlite");
        try (var cache = AnswerCache.open(file)) {
            final double ideal = (double)ASKED * LATENCY_MILLIS / 1000 / CONCURRENCY;
            final double asked = describe(cache, LATENCY_MILLIS, ASKED);
            System.out.printf("%,d genes asked, %d ms latency, %d at a time: %.2f s, %.0f %% of the ideal rate%n", ASKED,
                LATENCY_MILLIS, CONCURRENCY, asked, 100 * ideal / asked);
            System.out.printf("%,d genes asked without latency: %.2f s%n", GENES, describe(cache, 0, GENES));
            System.out.printf("%,d genes from the cache: %.2f s%n", GENES, describe(cache, 0, GENES));
            vectors(cache);
            System.out.printf("size of the cache: %,d MB%n", cache.statistics().bytes() >> 20);
        } finally {
            delete(folder);
        }
        tokens();
    }

    private static double describe(final AnswerCache cache, final int millis, final int genes) throws Exception {
        final var recipe = PromptVariant.PLAIN.recipe(PromptPreset.GENE);
        final Iterator<DescribeRow> rows = IntStream.range(0, genes).mapToObj(i -> "GENE" + i)
            .map(name -> DescribeRow.asking(name, recipe.render(placeholder -> name))).iterator();
        final var run = new DescribeRun(new SlowModel(millis), cache,
            Budget.unlimited(PriceTable.builtIn().find("gpt-4o")),
            new DescribeOptions(CONCURRENCY, 4096, false, AnswerLint.PARAGRAPH));
        return Timing.once(() -> {
            final var summary = run.run(rows, genes, d -> { }, Progress.NONE);
            System.out.printf("  %,d paid, %,d from the cache%n", summary.count(RowStatus.OK),
                summary.count(RowStatus.CACHED));
            return summary;
        });
    }

    private static void vectors(final AnswerCache cache) throws Exception {
        final var model = new ModelIdentity("benchmark", "", "vectors", new TreeMap<>());
        final var vectors = SyntheticCells.vectors(GENES, DIMENSIONS, 1);
        final List<String> hashes = new ArrayList<>();
        IntStream.range(0, GENES).forEach(i -> hashes.add(PromptHash.of("text " + i)));
        System.out.printf("%,d vectors of %,d stored, 500 at a time: %.2f s%n", GENES, DIMENSIONS, Timing.once(() -> {
            for (int first = 0; first < GENES; first += 500) {
                final Map<String, VectorAnswer> batch = new LinkedHashMap<>();
                for (int i = first; i < Math.min(GENES, first + 500); i++) {
                    batch.put(hashes.get(i), new VectorAnswer(vectors[i], "m", 100));
                }
                cache.putVectors(model, batch);
            }
            return null;
        }));
        System.out.printf("the same read: %.2f s%n",
            Timing.once(() -> Optional.of(cache.vectors(model, hashes).found().size())));
    }

    private static void tokens() throws Exception {
        final var tokenizer = Tokenizer.forModel("gpt-4o");
        final int texts = 2_000;
        final double seconds = Timing.median(5, () -> {
            long sum = 0;
            for (int i = 0; i < texts; i++) {
                sum += tokenizer.count(ANSWER);
            }
            return sum;
        });
        System.out.printf("tokens counted: %,.0f thousand per second%n",
            texts * tokenizer.count(ANSWER) / seconds / 1000);
    }

    private static void delete(final Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            for (final var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
