package org.scelmo.llm.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class BleuTest {

    @Test
    void wordsAreLowerCasedAndPunctuationStandsAlone() {
        assertEquals(List.of("cd79a", ",", "a", "b-cell", "gene", "(", "ig", "-", "alpha", ")", "."),
            BleuTokens.WORDS.of("CD79A, a B-cell gene (Ig -alpha)."));
        assertEquals(List.of("CD79A,", "a"), BleuTokens.WHITE_SPACE.of(" CD79A,\n a "));
    }

    @Test
    void emptyTextsScoreZero() {
        assertEquals(0, new Bleu(4, BleuSmoothing.ADD_EPSILON).score(List.of(), List.of(List.of("a"))));
        assertEquals(0, new Bleu(4, BleuSmoothing.NONE).score(List.of("a"), List.of(List.of())));
        assertThrows(IllegalArgumentException.class, () -> new Bleu(0, BleuSmoothing.NONE));
    }

    @Property
    void scoreLiesBetweenZeroAndOneAndIsOneForEqualTexts(@ForAll final BleuSmoothing smoothing,
        @ForAll @NotEmpty @Size(max = 12) final List<@CharRange(from = 'a', to = 'd') Character> text,
        @ForAll @Size(max = 12) final List<@CharRange(from = 'a', to = 'd') Character> reference,
        @ForAll @IntRange(min = 1, max = 4) final int order) {
        final var words = text.stream().map(String::valueOf).toList();
        final var others = reference.stream().map(String::valueOf).toList();
        final double score = new Bleu(order, smoothing).score(words, List.of(others));
        // the mean with neighbors may exceed a precision of one a little, as NLTK's does
        assertTrue(score >= 0 && score < 1.4, "score " + score);
        if (words.size() >= order && smoothing != BleuSmoothing.NEIGHBOR_MEAN
            && smoothing != BleuSmoothing.GEOMETRIC_AND_MEAN) {
            assertEquals(1, new Bleu(order, smoothing).score(words, List.of(words)), 1e-12);
        }
    }
}
