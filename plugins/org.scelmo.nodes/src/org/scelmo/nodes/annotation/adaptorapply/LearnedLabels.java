package org.scelmo.nodes.annotation.adaptorapply;

import java.util.Collection;
import java.util.Set;

import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.Origins;
import org.scelmo.core.anndata.RealColumn;

/**
 * Annotations of cells that hold nothing but classes of the adaptor: it has been trained with such labels, so that they
 * are no independent truth for its embedding. An adaptor knows its classes, not the names of annotations.
 */
final class LearnedLabels {

    private LearnedLabels() {
    }

    /** @return paths of the annotations, as {@link Origins} names them */
    static String[] paths(final Frame obs, final Collection<String> classes) {
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
