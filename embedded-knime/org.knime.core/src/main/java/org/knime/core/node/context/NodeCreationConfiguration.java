package org.knime.core.node.context;

import java.util.Optional;

import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.context.ports.PortsConfiguration;

/** With what a node is made: its ports. */
public class NodeCreationConfiguration {

    private final ModifiablePortsConfiguration m_ports;

    protected NodeCreationConfiguration(final ModifiablePortsConfiguration portsConfig) {
        m_ports = portsConfig;
    }

    protected Optional<ModifiablePortsConfiguration> getModifiablePortConfig() {
        return Optional.ofNullable(m_ports);
    }

    public Optional<? extends PortsConfiguration> getPortConfig() {
        return getModifiablePortConfig();
    }
}
