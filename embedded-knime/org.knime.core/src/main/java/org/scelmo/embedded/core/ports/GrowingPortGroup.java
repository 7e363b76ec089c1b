package org.scelmo.embedded.core.ports;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;

/** Ports that the user may add: some are always there, up to a number of others may follow. */
public final class GrowingPortGroup implements ExtendablePortGroup {

    private final boolean m_input;

    private final boolean m_output;

    private final PortType[] m_required;

    private final int m_most;

    private final PortType[] m_supported;

    private final List<PortType> m_added = new ArrayList<>();

    /**
     * A group without added ports.
     *
     * @param input whether its ports are inputs
     * @param output whether its ports are outputs
     * @param required the ports that are always there
     * @param most how many can be added
     * @param supported the types of these
     */
    public GrowingPortGroup(final boolean input, final boolean output, final PortType[] required, final int most,
        final PortType[] supported) {
        m_input = input;
        m_output = output;
        m_required = required.clone();
        m_most = most;
        m_supported = supported.clone();
    }

    @Override
    public boolean definesInputPorts() {
        return m_input;
    }

    @Override
    public boolean definesOutputPorts() {
        return m_output;
    }

    @Override
    public PortType[] getSupportedPortTypes() {
        return m_supported.clone();
    }

    @Override
    public PortType[] getFixedPorts() {
        return m_required.clone();
    }

    @Override
    public PortType[] getConfiguredPorts() {
        return m_added.toArray(PortType[]::new);
    }

    @Override
    public boolean canAddPort() {
        return m_added.size() < m_most;
    }

    @Override
    public void addPort(final PortType pType) {
        if (!canAddPort()) {
            throw new IllegalArgumentException("No more than " + m_most + " ports can be added.");
        }
        m_added.add(pType);
    }

    @Override
    public boolean hasConfiguredPorts() {
        return !m_added.isEmpty();
    }

    @Override
    public PortType removeLastPort() {
        return m_added.remove(m_added.size() - 1);
    }

    @Override
    public PortGroupConfiguration copy() {
        final var copy = new GrowingPortGroup(m_input, m_output, m_required, m_most, m_supported);
        copy.m_added.addAll(m_added);
        return copy;
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        for (var i = 0; i < m_added.size(); i++) {
            m_added.get(i).save(settings.addNodeSettings("port_" + i));
        }
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        m_added.clear();
        for (final var key : settings) {
            addPort(PortType.load(settings.getNodeSettings(key)));
        }
    }
}
