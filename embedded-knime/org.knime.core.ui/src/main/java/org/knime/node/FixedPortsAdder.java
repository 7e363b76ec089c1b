package org.knime.node;

import org.knime.core.node.port.PortType;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.knime.node.RequirePorts.PortsAdder;

/** A fixed port is a group of one that is named as its port. */
record FixedPortsAdder(DynamicPortsAdder groups) implements PortsAdder {

    @Override
    public PortsAdder addInputPort(final String name, final String description, final PortType type) {
        groups.addInputPortGroup(name, g -> g.name(name).description(description).fixed(type));
        return this;
    }

    @Override
    public PortsAdder addOutputPort(final String name, final String description, final PortType type) {
        groups.addOutputPortGroup(name, g -> g.name(name).description(description).fixed(type));
        return this;
    }
}
