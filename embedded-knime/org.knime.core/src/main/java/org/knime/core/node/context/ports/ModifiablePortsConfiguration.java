package org.knime.core.node.context.ports;

import java.util.Map;

import org.knime.core.node.context.DeepCopy;
import org.knime.core.node.context.NodeSettingsPersistable;

/** All ports of a node, by group, to change. */
public interface ModifiablePortsConfiguration
    extends PortsConfiguration, DeepCopy<ModifiablePortsConfiguration>, NodeSettingsPersistable {

    Map<String, ExtendablePortGroup> getExtendablePorts();

    PortGroupConfiguration getGroup(String groupName);
}
