package org.scelmo.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

import org.scelmo.llm.model.TextEmbedder;
import org.scelmo.llm.model.TextEmbedderProvider;

/** How many texts a second the embedding model of this process turns into vectors, by length and by threads. */
public final class LocalModelBenchmark {

    private static final String SENTENCE =
        "Insulin is a peptide hormone made by beta cells of the pancreatic islets and encoded by the INS gene. ";

    private static final int WORDS = SENTENCE.split(" ").length;

    private LocalModelBenchmark() {
    }

    public static void main(final String[] args) throws Exception {
        Timing.printMachine();
        final var provider = TextEmbedderProvider.installed().get(0);
        System.out.printf("%s: loaded in %.1f s%n", provider.model(), Timing.once(() -> load(provider)));
        for (final int sentences : new int[]{1, 3, 10}) {
            for (final int threads : new int[]{1, 2}) {
                try (var model = provider.open(threads)) {
                    final var texts = texts(320 / sentences, sentences);
                    final double seconds = Timing.median(3, () -> embed(model, texts));
                    System.out.printf("%d words, %d thread(s): %.1f texts/s%n", sentences * WORDS, threads,
                        texts.size() / seconds);
                }
            }
        }
    }

    private static String load(final TextEmbedderProvider provider) {
        try (var model = provider.open(1)) {
            return model.identity().model();
        }
    }

    private static List<String> texts(final int count, final int sentences) {
        final var texts = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            texts.add("Gene %d. ".formatted(i) + SENTENCE.repeat(sentences));
        }
        return texts;
    }

    private static int embed(final TextEmbedder model, final List<String> texts) throws Exception {
        final var answers = new ArrayList<Future<?>>();
        for (int from = 0; from < texts.size(); from += model.maximumBatch()) {
            answers.add(model.embed(texts.subList(from, Math.min(texts.size(), from + model.maximumBatch()))));
        }
        for (final var answer : answers) {
            answer.get();
        }
        return answers.size();
    }
}
