package org.scelmo.nodes.languagemodel.describe;

import org.knime.node.parameters.widget.choices.Label;
import org.scelmo.llm.run.BatchPace;

/** When an execution that hands in a batch ends. */
enum BatchEnd {
        @Label(value = "Wait until done", description = "The node runs until the batch is done. It may be canceled and "
            + "executed again later.")
        DONE(BatchPace.UNTIL_DONE),
        @Label(value = "Submit and stop", description = "The node ends at once; the rows have the status "
            + "<i>waiting</i>. Reset and execute it again later: it collects the answers that are there by then.")
        HANDED_IN(BatchPace.HAND_IN);

    private final BatchPace m_pace;

    BatchEnd(final BatchPace pace) {
        m_pace = pace;
    }

    BatchPace pace() {
        return m_pace;
    }
}
