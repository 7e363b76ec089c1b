package org.knime.node.parameters.persistence;

import org.knime.core.node.NodeSettingsWO;

/**
 * Stores a value.
 *
 * @param <T> the value's type
 */
@FunctionalInterface
public interface ParametersSaver<T> {

    /**
     * @param param the value
     * @param settings the config that gets the value's keys
     */
    void save(T param, NodeSettingsWO settings);
}
