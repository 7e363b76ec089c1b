package org.scelmo.nodes.support.dialog;

import java.util.List;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.scelmo.nodes.support.AnnDataChoices;

/** The annotations of cells (obs) at the first input that can serve as labels. */
public final class LabelChoices implements StringChoicesProvider {

    @Override
    public List<String> choices(final NodeParametersInput input) {
        return AnnDataChoices.labels(input, 0);
    }
}
