package org.knime.core.webui.node.view;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.webui.UIExtension;
import org.knime.core.webui.data.DataServiceProvider;

/** The view of a node: its page and the services behind it. */
public interface NodeView extends UIExtension, DataServiceProvider {

    /**
     * @param settings of the view
     * @throws InvalidSettingsException if they cannot be used
     */
    void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException;

    /** @param settings of the view, which were validated */
    void loadValidatedSettingsFrom(NodeSettingsRO settings);
}
