package org.scelmo.nodes.languagemodel.stability;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** Settings of Embedding Stability. */
final class EmbeddingStabilityParameters implements NodeParameters {

    /** What happens to names that only one input has. */
    enum SingleNames {
            @Label(value = "Leave out", description = "Only names in both inputs are compared; a warning counts the "
                + "rest.")
            LEAVE_OUT,
            @Label(value = "Fail", description = "The node fails if a name is in one input only.")
            FAIL
    }

    @Widget(title = "Names in one input only", description = "What happens to names that only one input has, for "
        + "example because a request failed. Default: leave out.")
    @ValueSwitchWidget
    SingleNames m_singleNames = SingleNames.LEAVE_OUT;
}
