package org.knime.node.impl.description;

/**
 * A port's texts.
 *
 * @param id of its group; null for a fixed port
 * @param name for the user
 * @param description for the user
 * @param configurable whether users can add or remove ports of the group
 */
public record PortDescription(String id, String name, String description, boolean configurable) {

    /**
     * @param name for the user
     * @param description for the user
     * @return a port that is always there
     */
    public static PortDescription fixedPort(final String name, final String description) {
        return new PortDescription(null, name, description, false);
    }

    /**
     * @param id of the group
     * @param name for the user
     * @param description for the user
     * @return a group of ports
     */
    public static PortDescription dynamicPort(final String id, final String name, final String description) {
        return new PortDescription(id, name, description, true);
    }
}
