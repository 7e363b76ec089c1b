package org.scelmo.nodes.languagemodel.describe;

import org.knime.node.parameters.widget.choices.Label;

/** What an execution does. */
enum Action {
        @Label(value = "Ask the model", description = "All rows are asked that the cache does not know.")
        ASK,
        @Label(value = "Only estimate the cost", description = "Nothing is asked and nothing is spent. The second "
            + "output tells how much there would be to ask, and what it would cost.")
        ESTIMATE;
}
