package org.scelmo.nodes.annotation.adaptorapply;

import java.util.Collection;
import java.util.Set;

import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.Origins;
import org.scelmo.core.anndata.RealColumn;

/**
 * Annotations of cells that an adaptor was trained with, so that they are no independent truth for its embedding: the
 * one that it names, or, where the data have none of this name, all that hold nothing but its classes.
 */
final class LearnedLabels {

    private LearnedLabels() {
    }

    /**
     * @param label that the adaptor names; may be null
     * @return paths of the annotations, as {@link Origins} names them
     */
    static String[] paths(final Frame obs, final String label, final Collection<String> classes) {
        if (label != null && obs.column(label).isPresent()) {
            return new String[]{Origins.obs(label)};
        }
        final var known = Set.copyOf(classes);
        return obs.columns().entrySet().stream().filter(e -> isLearned(e.getValue(), known))
            .map(e -> Origins.obs(e.getKey())).toArray(String[]::new);
    }

    private static boolean isLearned(final Column column, final Set<String> classes) {
        boolean isAnyKnown = false;
        for (int i = 0; i < column.size() && !(column instanceof RealColumn); i++) {
            if (!column.isMissing(i)) {
                if (!classes.contains(column.text(i))) {
                    return false;
                }
                isAnyKnown = true;
            }
        }
        return isAnyKnown;
    }
}
