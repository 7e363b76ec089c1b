package org.knime.core.node.context.ports;

import java.util.Arrays;
import java.util.stream.Stream;

import org.knime.core.node.port.PortType;

/** Ports that the user may add to. */
public interface ExtendablePortGroup extends ConfigurablePortGroup {

    boolean canAddPort();

    void addPort(PortType pType);

    boolean hasConfiguredPorts();

    PortType removeLastPort();

    PortType[] getFixedPorts();

    PortType[] getConfiguredPorts();

    @Override
    default PortType[] getInputPorts() {
        return definesInputPorts() ? concat() : new PortType[0];
    }

    @Override
    default PortType[] getOutputPorts() {
        return definesOutputPorts() ? concat() : new PortType[0];
    }

    private PortType[] concat() {
        return Stream.concat(Arrays.stream(getFixedPorts()), Arrays.stream(getConfiguredPorts()))
            .toArray(PortType[]::new);
    }
}
