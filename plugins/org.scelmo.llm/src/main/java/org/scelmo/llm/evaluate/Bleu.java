package org.scelmo.llm.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * BLEU of one text (Papineni 2002): the geometric mean of the clipped n-gram precisions of lengths 1 to {@code order},
 * times a penalty for a text shorter than its reference. Agrees with NLTK 3.8.
 *
 * @param order the longest n-grams, 1 to 9; BLEU-4 is usual
 * @param smoothing what stands for a precision of zero
 */
public record Bleu(int order, BleuSmoothing smoothing) {

    private static final int LONGEST = 9;

    public Bleu {
        if (order < 1 || order > LONGEST) {
            throw new IllegalArgumentException("The order must lie between 1 and %d, not %d.".formatted(LONGEST, order));
        }
    }

    /**
     * @param text the words of the text to score
     * @param references the words of each text that it should resemble, at least one
     * @return 0 to 1; 0 if no word occurs in a reference; O(words × order)
     */
    public double score(final List<String> text, final List<List<String>> references) {
        final var precisions = precisions(text, references, order + (smoothing.looksAhead() ? 1 : 0));
        if (precisions.get(0).matches() == 0) {
            return 0;
        }
        double logs = 0;
        for (final double p : smoothing.smooth(precisions, text.size())) {
            // as NLTK: a precision that is zero even so (single words) does not count
            logs += p > 0 ? Math.log(p) / order : 0;
        }
        return brevityPenalty(text, references) * Math.exp(logs);
    }

    /** @return the precisions of lengths 1 to {@code order} */
    public static List<NgramPrecision> precisions(final List<String> text, final List<List<String>> references,
        final int order) {
        final var precisions = new ArrayList<NgramPrecision>();
        for (int n = 1; n <= order; n++) {
            precisions.add(NgramPrecision.of(text, references, n));
        }
        return precisions;
    }

    /**
     * @return 1 for a text at least as long as the reference closest in length (the shorter of two), less for others
     */
    public static double brevityPenalty(final List<String> text, final List<List<String>> references) {
        int closest = Integer.MAX_VALUE;
        for (final var reference : references) {
            final int farther = Math.abs(reference.size() - text.size()) - Math.abs(closest - text.size());
            if (farther < 0 || farther == 0 && reference.size() < closest) {
                closest = reference.size();
            }
        }
        if (text.isEmpty()) {
            return 0;
        }
        return text.size() > closest ? 1 : Math.exp(1 - (double)closest / text.size());
    }
}
