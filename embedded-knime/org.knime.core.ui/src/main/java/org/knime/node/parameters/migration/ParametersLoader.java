package org.knime.node.parameters.migration;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/**
 * Reads a value.
 *
 * @param <T> the value's type
 */
@FunctionalInterface
public interface ParametersLoader<T> {

    /**
     * @param settings the config that holds the value's keys
     * @return the value
     * @throws InvalidSettingsException if it cannot be read
     */
    T load(NodeSettingsRO settings) throws InvalidSettingsException;
}
