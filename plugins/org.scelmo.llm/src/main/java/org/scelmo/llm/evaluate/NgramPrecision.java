package org.scelmo.llm.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many n-grams of a text occur in its references, each at most as often as in the reference that has it most often.
 *
 * @param matches n-grams found
 * @param total n-grams of the text, at least 1
 */
public record NgramPrecision(int matches, int total) {

    static NgramPrecision of(final List<String> text, final List<List<String>> references, final int n) {
        final var allowed = new HashMap<List<String>, Integer>();
        for (final var reference : references) {
            count(reference, n).forEach((ngram, count) -> allowed.merge(ngram, count, Math::max));
        }
        int matches = 0;
        for (final var e : count(text, n).entrySet()) {
            matches += Math.min(e.getValue(), allowed.getOrDefault(e.getKey(), 0));
        }
        return new NgramPrecision(matches, Math.max(1, text.size() - n + 1));
    }

    /** @return matches by total, 0 to 1 */
    public double value() {
        return (double)matches / total;
    }

    private static Map<List<String>, Integer> count(final List<String> words, final int n) {
        final var counts = new HashMap<List<String>, Integer>();
        for (int i = 0; i + n <= words.size(); i++) {
            counts.merge(words.subList(i, i + n), 1, Integer::sum);
        }
        return counts;
    }
}
