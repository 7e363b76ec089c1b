package org.scelmo.embedded.ui.ports;

import java.util.List;

import org.knime.core.node.port.PortType;

/**
 * A group of ports of a node.
 *
 * @param id unique over inputs and outputs
 * @param side where it is
 * @param name for the user
 * @param description for the user
 * @param mode how many ports it may have
 * @param supported types its ports may have
 * @param fixed types of ports that are always there
 */
public record PortGroup(String id, Side side, String name, String description, Mode mode, List<PortType> supported,
    List<PortType> fixed) {

    /** Where a group is. */
    public enum Side {
            /** Left of the node. */
            INPUT,
            /** Right of the node. */
            OUTPUT;
    }

    /** How many ports a group may have. */
    public enum Mode {
            /** One, always there. */
            FIXED,
            /** None or one. */
            OPTIONAL,
            /** Any number. */
            EXTENDABLE;
    }
}
