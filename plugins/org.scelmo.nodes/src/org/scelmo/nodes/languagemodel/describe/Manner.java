package org.scelmo.nodes.languagemodel.describe;

import org.knime.node.parameters.widget.choices.Label;

/** How prompts reach the model. */
enum Manner {
        @Label(value = "At once", description = "Each row is asked by a request of its own, and the node ends when all "
            + "are answered. What waits in a batch is asked, and paid, again.")
        AT_ONCE,
        @Label(value = "As a batch", description = "All rows are handed in together and answered within 24 hours; at "
            + "OpenAI that costs half. The cache remembers the batch: an execution that was canceled, or that ended "
            + "with KNIME, goes on waiting when it is repeated, and pays nothing twice.")
        BATCH;
}
