package org.scelmo.embedded.ui.ports;

import java.util.List;

import org.knime.core.node.port.PortType;
import org.knime.node.RequirePorts.ConfigurablePort.ExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;
import org.knime.node.RequirePorts.RequireConfigurablePortMode;
import org.knime.node.RequirePorts.RequirePortDescription;
import org.knime.node.RequirePorts.RequirePortName;
import org.knime.node.RequirePorts.RequireSupportedTypes;
import org.scelmo.embedded.ui.ports.PortGroup.Mode;
import org.scelmo.embedded.ui.ports.PortGroup.Side;

/** The stages that describe one group. */
final class PortGroupBuilder implements RequirePortName, RequirePortDescription, RequireConfigurablePortMode,
    OptionalConfigurablePort, ExtendableConfigurablePort {

    private final String m_id;

    private final Side m_side;

    private String m_name;

    private String m_description;

    private Mode m_mode;

    private List<PortType> m_supported = List.of();

    private List<PortType> m_fixed = List.of();

    PortGroupBuilder(final String id, final Side side) {
        m_id = id;
        m_side = side;
    }

    String id() {
        return m_id;
    }

    PortGroup build() {
        if (m_mode == null) {
            throw new IllegalArgumentException("The port group '" + m_id + "' does not say which ports it has.");
        }
        return new PortGroup(m_id, m_side, m_name, m_description, m_mode, m_supported, m_fixed);
    }

    @Override
    public RequirePortDescription name(final String name) {
        m_name = name;
        return this;
    }

    @Override
    public RequireConfigurablePortMode description(final String description) {
        m_description = description;
        return this;
    }

    @Override
    public FinalConfigurablePort fixed(final PortType type) {
        m_mode = Mode.FIXED;
        m_supported = List.of(type);
        m_fixed = List.of(type);
        return new FinalConfigurablePort();
    }

    @Override
    public RequireSupportedTypes<OptionalConfigurablePort> optional() {
        m_mode = Mode.OPTIONAL;
        return types -> supported(types);
    }

    @Override
    public RequireSupportedTypes<ExtendableConfigurablePort> extendable() {
        m_mode = Mode.EXTENDABLE;
        return types -> supported(types);
    }

    private PortGroupBuilder supported(final PortType... types) {
        m_supported = List.of(types);
        return this;
    }

    @Override
    public ExtendableConfigurablePort fixedTypes(final PortType... types) {
        m_fixed = List.of(types);
        return this;
    }
}
