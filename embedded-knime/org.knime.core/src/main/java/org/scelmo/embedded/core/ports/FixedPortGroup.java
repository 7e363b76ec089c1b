package org.scelmo.embedded.core.ports;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;

/**
 * Ports that never change.
 *
 * @param inputs the input ports
 * @param outputs the output ports
 */
public record FixedPortGroup(PortType[] inputs, PortType[] outputs) implements PortGroupConfiguration {

    @Override
    public PortType[] getInputPorts() {
        return inputs.clone();
    }

    @Override
    public PortType[] getOutputPorts() {
        return outputs.clone();
    }

    @Override
    public boolean definesInputPorts() {
        return inputs.length > 0;
    }

    @Override
    public boolean definesOutputPorts() {
        return outputs.length > 0;
    }

    @Override
    public PortGroupConfiguration copy() {
        return this;
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        // nothing can change
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        // nothing can change
    }
}
