package org.scelmo.embedded.core.ports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;

/** Ports in groups, some of them added by the user. */
class PortGroupsTest {

    private static final PortType TABLE = BufferedDataTable.TYPE;

    private static final PortType[] NONE = {};

    private final GrowingPortGroup m_optional = new GrowingPortGroup(true, false, NONE, 1, new PortType[]{TABLE});

    private final PortGroups m_groups = new PortGroups(groups());

    private Map<String, PortGroupConfiguration> groups() {
        final var groups = new LinkedHashMap<String, PortGroupConfiguration>();
        groups.put("Data", new FixedPortGroup(new PortType[]{TABLE}, NONE));
        groups.put("More", m_optional);
        groups.put("Result", new FixedPortGroup(NONE, new PortType[]{TABLE, TABLE}));
        return groups;
    }

    @Test
    void portsLieInTheOrderOfTheGroups() {
        assertEquals(1, m_groups.getInputPorts().length);
        assertEquals(2, m_groups.getOutputPorts().length);
        assertArrayEquals(new int[]{0, 1}, m_groups.getOutputPortLocation().get("Result"));
        assertFalse(m_groups.getInputPortLocation().containsKey("More"));
        m_optional.addPort(TABLE);
        assertArrayEquals(new int[]{1}, m_groups.getInputPortLocation().get("More"));
        assertThrows(IllegalArgumentException.class, () -> m_optional.addPort(TABLE));
    }

    @Test
    void addedPortsSurviveSettings() throws InvalidSettingsException {
        m_optional.addPort(TABLE);
        final var settings = new NodeSettings("node_creation_config");
        m_groups.saveSettingsTo(settings);
        assertEquals(List.of("Data", "More", "Result"), List.copyOf(settings.keySet()));
        m_optional.removeLastPort();
        assertFalse(m_optional.hasConfiguredPorts());
        m_groups.loadSettingsFrom(settings);
        assertEquals(2, m_groups.getInputPorts().length);
    }

    @Test
    void copiesAreIndependent() {
        final var copy = m_groups.copy();
        m_optional.addPort(TABLE);
        assertEquals(1, copy.getInputPorts().length);
        assertTrue(copy.getExtendablePorts().get("More").canAddPort());
    }
}
