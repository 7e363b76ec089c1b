package org.scelmo.llm.testmodel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.scelmo.core.ScelmoException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class TestTextEmbedderTest {

    @Property(tries = 300)
    void vectorsHaveUnitLengthAndDependOnTheTextAlone(@ForAll @StringLength(min = 1, max = 80) final String text,
        @ForAll @IntRange(min = 1, max = 64) final int dimensions) {
        final var vectors = embed(dimensions, 3, List.of(text, "another", text));
        assertEquals(1, dot(vectors[0], vectors[0]), 1e-5);
        assertArrayEquals(vectors[0], vectors[2]);
        assertEquals(dimensions, vectors[0].length);
    }

    @Test
    void textsThatShareWordsAreClose() {
        final var vectors = embed(384, 0, List.of("insulin secreted by pancreatic beta cells",
            "glucagon secreted by pancreatic alpha cells", "a cake with chocolate and cream"));
        final double near = dot(vectors[0], vectors[1]);
        final double far = dot(vectors[0], vectors[2]);
        assertTrue(near > 0.5 && far < 0.25, near + " and " + far);
    }

    @Test
    void anotherSeedGivesOtherVectors() {
        final var text = List.of("insulin");
        assertTrue(Math.abs(dot(embed(384, 0, text)[0], embed(384, 1, text)[0])) < 0.4);
    }

    @Test
    void refusesVectorsWithoutDimensions() {
        assertThrows(ScelmoException.class, () -> new TestTextEmbedder(0, 0));
    }

    private static float[][] embed(final int dimensions, final long seed, final List<String> texts) {
        try (var embedder = new TestTextEmbedder(dimensions, seed)) {
            assertTrue(texts.size() <= embedder.maximumBatch());
            return embedder.embed(texts).join().vectors();
        }
    }

    private static double dot(final float[] a, final float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double)a[i] * b[i];
        }
        return sum;
    }
}
