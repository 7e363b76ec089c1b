package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;

/** Read access to the settings tree of a model. */
public interface ModelContentRO extends ConfigRO {

    ModelContentRO getModelContent(String key) throws InvalidSettingsException;
}
