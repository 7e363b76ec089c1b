package org.scelmo.nodes.support.dialog;

import java.util.List;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.scelmo.nodes.support.RowNames;

/** What can name the rows of the table at the first input: the RowID, or a text column. */
public final class RowNameChoices implements StringChoicesProvider {

    @Override
    public List<StringChoice> computeState(final NodeParametersInput input) {
        return RowNames.choices(input, 0);
    }
}
