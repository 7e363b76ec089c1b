package org.scelmo.nodes.languagemodel.describe;

import org.knime.node.parameters.widget.choices.Label;

/** What happens if a row gets no answer. */
enum Unanswered {
        @Label(value = "Output missing values", description = "The row has no description; the column Reason tells "
            + "why.")
        MISSING,
        @Label(value = "Fail", description = "The node fails at the end and names the first such row.")
        FAIL;
}
