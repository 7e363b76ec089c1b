package org.scelmo.nodes.support.dialog;

import java.util.List;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.scelmo.nodes.support.AnnDataChoices;

/** The annotations of cells (obs) at the first input that can divide them, or none to take all cells together. */
public final class BatchChoices implements StringChoicesProvider {

    @Override
    public List<StringChoice> computeState(final NodeParametersInput input) {
        return AnnDataChoices.noneOr("None: all cells together", AnnDataChoices.labels(input, 0));
    }
}
