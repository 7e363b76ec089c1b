package org.scelmo.embedded.ui.model;

import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.scelmo.embedded.parameters.Instances;
import org.scelmo.embedded.parameters.ParametersIO;

/** A node's parameters: made once, at the first configuration, and kept until settings are loaded. */
final class ParametersHolder {

    private final Class<? extends NodeParameters> m_type;

    private NodeParameters m_parameters;

    /** @param type null for a node without parameters */
    ParametersHolder(final Class<? extends NodeParameters> type) {
        m_type = type;
    }

    NodeParameters get() {
        return m_parameters;
    }

    /** Makes parameters, with what the input lets guess, unless there are some already. */
    void createIfAbsent(final NodeParametersInput input) throws InvalidSettingsException {
        if (m_type != null && m_parameters == null) {
            m_parameters = Instances.of(m_type, input);
            m_parameters.validate();
        }
    }

    /** Stores the parameters; defaults, which are then forgotten, if there are none yet. */
    void save(final NodeSettingsWO settings) {
        if (m_type != null) {
            ParametersIO.save(m_parameters == null ? Instances.of(m_type) : m_parameters, settings);
        }
    }

    /** Stores defaults without keeping them. */
    void saveDefaults(final Optional<? extends NodeParametersInput> input, final NodeSettingsWO settings) {
        if (m_type != null) {
            ParametersIO.save(input.isPresent() ? Instances.of(m_type, input.get()) : Instances.of(m_type), settings);
        }
    }

    void validate(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (m_type != null) {
            ParametersIO.load(m_type, settings).validate();
        }
    }

    void load(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (m_type != null) {
            m_parameters = ParametersIO.load(m_type, settings);
        }
    }
}
