package org.scelmo.embedded.parameters.io;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Stores and reads one value. */
interface Store {

    /**
     * @param value the value
     * @param settings get the value's keys
     */
    void save(Object value, NodeSettingsWO settings);

    /**
     * @param settings hold the value's keys
     * @return the value
     * @throws InvalidSettingsException if it cannot be read
     */
    Object load(NodeSettingsRO settings) throws InvalidSettingsException;
}
