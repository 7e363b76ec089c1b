package org.scelmo.nodes.evaluation.scibmetrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.scelmo.core.anndata.Origins;

/**
 * Looks for labels that are no independent truth, because the embedding was made from the label or the label from the
 * embedding, directly or not.
 */
final class LeakGuard {

    private LeakGuard() {
    }

    /**
     * @param uns where nodes note what was made from what
     * @return one sentence for each embedding that the label and it were made from each other
     */
    static List<String> warnings(final Map<String, Object> uns, final String label, final List<String> embeddings) {
        final List<String> warnings = new ArrayList<>();
        final var truth = Origins.obs(label);
        for (final var embedding : embeddings) {
            final var scored = Origins.obsm(embedding);
            if (Origins.of(uns, scored).contains(truth)) {
                warnings.add(("The embedding '%s' was made with the label '%s': its scores are too good to be "
                    + "compared, unless the cells scored took no part in that.").formatted(embedding, label));
            } else if (Origins.of(uns, truth).contains(scored)) {
                warnings.add(("The label '%s' was made from the embedding '%s', whose scores are therefore too good "
                    + "to be compared.").formatted(label, embedding));
            }
        }
        return warnings;
    }
}
