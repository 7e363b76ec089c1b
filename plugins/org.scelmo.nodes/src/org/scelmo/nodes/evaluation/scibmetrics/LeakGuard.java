package org.scelmo.nodes.evaluation.scibmetrics;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks for labels that are no independent truth: what nodes noted of how the data came about names the label and the
 * embedding in one step, as when the embedding was made from the label or the label from the embedding.
 */
final class LeakGuard {

    private LeakGuard() {
    }

    /** @return one sentence for each suspicious step; names stand in quotes in notes */
    static List<String> warnings(final List<String> notes, final String label, final List<String> embeddings) {
        final List<String> warnings = new ArrayList<>();
        for (final var note : notes) {
            for (final var embedding : embeddings) {
                if (note.contains("'" + label + "'") && note.contains("'" + embedding + "'")) {
                    warnings.add(("The label '%s' is no independent truth for the embedding '%s', whose scores are too "
                        + "good to be compared: \"%s\".").formatted(label, embedding, note));
                }
            }
        }
        return warnings;
    }
}
