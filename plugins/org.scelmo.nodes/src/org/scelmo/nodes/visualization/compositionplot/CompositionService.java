package org.scelmo.nodes.visualization.compositionplot;

import org.knime.node.DefaultView.ViewInput;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.Contingency;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.Groups;
import org.scelmo.nodes.view.ShownData;

/** Counts cells for the page, which calls its public methods. */
public final class CompositionService {

    /** Of bars and of parts; more can be neither drawn nor read. */
    private static final int MAX_GROUPS = 1000;

    private final Frame m_obs;

    private CompositionService(final Frame obs) {
        m_obs = obs;
    }

    static CompositionService of(final ViewInput input) {
        return new CompositionService(ShownData.open(input).obs());
    }

    /** @return numbers of cells by the values of two annotations */
    public Contingency counts(final String bars, final String parts) {
        return Contingency.of(groups(bars), groups(parts));
    }

    private Groups groups(final String annotation) {
        final var groups = Groups.of(m_obs.column(annotation).orElseThrow(
            () -> new ScelmoException("There is no annotation '%s'.".formatted(annotation), "Choose another.")));
        if (groups.count() > MAX_GROUPS) {
            throw new ScelmoException("The annotation '%s' has %,d different values; at most %,d can be drawn."
                .formatted(annotation, groups.count(), MAX_GROUPS), "Choose another annotation.");
        }
        return groups;
    }
}
