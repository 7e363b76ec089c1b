package org.knime.node.impl.description;

/**
 * A port, or a group of ports, in a node's description.
 *
 * @param id of the group, null for a port that is always there
 * @param name for the user
 * @param description for the user
 * @param configurable whether the user may add and remove such ports
 */
public record PortDescription(String id, String name, String description, boolean configurable) {

    public static PortDescription fixedPort(final String name, final String description) {
        return new PortDescription(null, name, description, false);
    }

    public static PortDescription dynamicPort(final String id, final String name, final String description) {
        return new PortDescription(id, name, description, true);
    }
}
