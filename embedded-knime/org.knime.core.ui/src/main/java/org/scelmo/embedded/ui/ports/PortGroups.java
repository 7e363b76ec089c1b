package org.scelmo.embedded.ui.ports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.knime.node.RequirePorts.ConfigurablePort;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.knime.node.RequirePorts.RequirePortName;
import org.scelmo.embedded.ui.ports.PortGroup.Side;

/** Collects the groups a node declares. */
public final class PortGroups implements DynamicPortsAdder {

    private final List<PortGroupBuilder> m_groups = new ArrayList<>();

    private PortGroups() {
    }

    /**
     * @param declaration adds groups
     * @return the groups in the order they were added
     * @throws IllegalArgumentException if two groups have the same identifier
     */
    public static List<PortGroup> of(final Consumer<DynamicPortsAdder> declaration) {
        final var groups = new PortGroups();
        declaration.accept(groups);
        return groups.m_groups.stream().map(PortGroupBuilder::build).toList();
    }

    @Override
    public DynamicPortsAdder addInputPortGroup(final String id,
        final Function<RequirePortName, ConfigurablePort> group) {
        return add(id, Side.INPUT, group);
    }

    @Override
    public DynamicPortsAdder addOutputPortGroup(final String id,
        final Function<RequirePortName, ConfigurablePort> group) {
        return add(id, Side.OUTPUT, group);
    }

    private DynamicPortsAdder add(final String id, final Side side,
        final Function<RequirePortName, ConfigurablePort> group) {
        if (m_groups.stream().anyMatch(g -> g.id().equals(id))) {
            throw new IllegalArgumentException("A port group named '" + id + "' already exists. Names of ports are "
                + "identifiers: they must be unique over inputs and outputs.");
        }
        final var builder = new PortGroupBuilder(id, side);
        group.apply(builder);
        m_groups.add(builder);
        return this;
    }
}
