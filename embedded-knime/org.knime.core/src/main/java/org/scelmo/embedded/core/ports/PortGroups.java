package org.scelmo.embedded.core.ports;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;

/** The ports of a node by group, in the order in which the groups were declared. */
public final class PortGroups implements ModifiablePortsConfiguration {

    private final Map<String, PortGroupConfiguration> m_groups;

    /**
     * Groups of ports.
     *
     * @param groups the groups by name
     */
    public PortGroups(final Map<String, PortGroupConfiguration> groups) {
        m_groups = new LinkedHashMap<>(groups);
    }

    @Override
    public PortType[] getInputPorts() {
        return m_groups.values().stream().flatMap(g -> Arrays.stream(g.getInputPorts())).toArray(PortType[]::new);
    }

    @Override
    public PortType[] getOutputPorts() {
        return m_groups.values().stream().flatMap(g -> Arrays.stream(g.getOutputPorts())).toArray(PortType[]::new);
    }

    @Override
    public Map<String, int[]> getInputPortLocation() {
        return locations(PortGroupConfiguration::getInputPorts);
    }

    @Override
    public Map<String, int[]> getOutputPortLocation() {
        return locations(PortGroupConfiguration::getOutputPorts);
    }

    private Map<String, int[]> locations(final Function<PortGroupConfiguration, PortType[]> ports) {
        final var locations = new LinkedHashMap<String, int[]>();
        var start = 0;
        for (final var group : m_groups.entrySet()) {
            final var count = ports.apply(group.getValue()).length;
            if (count > 0) {
                locations.put(group.getKey(), IntStream.range(start, start + count).toArray());
                start += count;
            }
        }
        return locations;
    }

    @Override
    public List<String> getPortGroupNames() {
        return List.copyOf(m_groups.keySet());
    }

    @Override
    public Map<String, ExtendablePortGroup> getExtendablePorts() {
        final var found = new LinkedHashMap<String, ExtendablePortGroup>();
        m_groups.forEach((name, group) -> {
            if (group instanceof ExtendablePortGroup extendable) {
                found.put(name, extendable);
            }
        });
        return found;
    }

    @Override
    public PortGroupConfiguration getGroup(final String groupName) {
        return m_groups.get(groupName);
    }

    @Override
    public ModifiablePortsConfiguration copy() {
        final var copies = new LinkedHashMap<String, PortGroupConfiguration>();
        m_groups.forEach((name, group) -> copies.put(name, group.copy()));
        return new PortGroups(copies);
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        m_groups.forEach((name, group) -> group.saveSettingsTo(settings.addNodeSettings(name)));
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        for (final var group : m_groups.entrySet()) {
            if (settings.containsKey(group.getKey())) {
                group.getValue().loadSettingsFrom(settings.getNodeSettings(group.getKey()));
            }
        }
    }
}
