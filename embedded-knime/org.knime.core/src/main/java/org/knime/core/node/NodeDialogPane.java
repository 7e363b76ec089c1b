package org.knime.core.node;

/** A Swing dialog of a node; only the type exists here. */
public abstract class NodeDialogPane {

    protected NodeDialogPane() {
        // nothing is shown
    }

    protected abstract void saveSettingsTo(NodeSettingsWO settings) throws InvalidSettingsException;
}
