package org.scelmo.llm.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scelmo.llm.model.EmbeddingAnswer;
import org.scelmo.llm.model.TextEmbedder;
import org.scelmo.llm.model.TextEmbedderProvider;
import org.scelmo.llm.model.Usage;

/** Similarities are those measured when the library was chosen; they tell this model from another one. */
class BgeSmallTest {

    private static final String QUERY = "insulin secreted by pancreatic beta cells";

    private static final List<String> TEXTS =
        List.of(QUERY, "Insulin is a peptide hormone made by beta cells.", "Hemoglobin carries oxygen in red blood cells.",
            "A cake is baked from flour, sugar and eggs.");

    private static TextEmbedder model;

    @BeforeAll
    static void open() {
        model = TextEmbedderProvider.installed().stream().filter(p -> p.model().equals("bge-small-en-v1.5")).findAny()
            .orElseThrow().open(2);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void vectorsHaveUnitLengthAnd384Dimensions() {
        for (final var vector : embed(model, TEXTS)) {
            assertEquals(384, vector.length);
            assertEquals(1, dot(vector, vector), 1e-5);
        }
    }

    @Test
    void closerTextsHaveCloserVectors() {
        final var vectors = embed(model, TEXTS);
        final double insulin = dot(vectors[0], vectors[1]);
        final double blood = dot(vectors[0], vectors[2]);
        final double cake = dot(vectors[0], vectors[3]);
        assertTrue(insulin > blood && blood > cake, insulin + ", " + blood + ", " + cake);
        assertTrue(insulin > 0.75 && cake < 0.6, insulin + ", " + cake);
    }

    @Test
    void vectorsDependNeitherOnThreadsNorOnBatches() {
        final var together = embed(model, TEXTS);
        try (var alone = new BgeSmall().open(1)) {
            for (int i = 0; i < TEXTS.size(); i++) {
                assertArrayEquals(together[i], embed(alone, List.of(TEXTS.get(i)))[0]);
            }
        }
    }

    @Test
    void onlyTheFirst512TokensCount() {
        final var start = "word ".repeat(600);
        final var vectors = embed(model, List.of(start, start + QUERY, QUERY + start));
        assertArrayEquals(vectors[0], vectors[1]);
        assertTrue(dot(vectors[0], vectors[2]) < 0.99, "the start of a text makes no difference");
    }

    @Test
    void canceledBatchesAreNotComputed() {
        try (var one = new BgeSmall().open(1)) {
            final var answers = new ArrayList<CompletableFuture<EmbeddingAnswer>>();
            for (int i = 0; i < 50; i++) {
                answers.add(one.embed(Collections.nCopies(8, "a text of the batch " + i)));
            }
            answers.subList(1, 50).forEach(a -> a.cancel(true));
            assertEquals(8, answers.get(0).join().vectors().length);
            assertEquals(1, one.embed(List.of("afterwards")).join().vectors().length);
        }
    }

    @Test
    void nothingIsCharged() {
        assertEquals(Usage.NONE, model.embed(TEXTS).join().usage());
        assertEquals("local", model.identity().provider());
    }

    @Test
    void batchesHaveLimits() {
        assertThrows(IllegalArgumentException.class, () -> model.embed(List.of()));
        assertThrows(IllegalArgumentException.class, () -> model.embed(Collections.nCopies(9, "x")));
        assertThrows(IllegalArgumentException.class, () -> new BgeSmall().open(0));
    }

    private static float[][] embed(final TextEmbedder model, final List<String> texts) {
        return model.embed(texts).join().vectors();
    }

    private static double dot(final float[] a, final float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double)a[i] * b[i];
        }
        return sum;
    }
}
