package org.knime.core.webui.node.dialog;

import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeSettingsWO;

/** Knows how modern dialogs appear in the classic user interface. */
public final class NodeDialogManager {

    private NodeDialogManager() {
    }

    /**
     * A classic dialog that only offers flow variables for the settings of a modern one.
     *
     * @param dialog the modern dialog
     * @return the classic one
     */
    public static NodeDialogPane createLegacyFlowVariableNodeDialog(final NodeDialog dialog) {
        return new NodeDialogPane() {
            @Override
            protected void saveSettingsTo(final NodeSettingsWO settings) {
                // nothing is shown here, so nothing was changed
            }
        };
    }
}
