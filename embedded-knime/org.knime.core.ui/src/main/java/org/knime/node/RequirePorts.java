package org.knime.node;

import java.util.function.Consumer;
import java.util.function.Function;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNode.RequireModel;

/** The stage of {@link DefaultNode} that asks for ports. Names are identifiers: unique over inputs and outputs. */
public interface RequirePorts {

    /**
     * @param ports adds ports that are always there
     * @return next stage
     */
    default RequireModel ports(final Consumer<PortsAdder> ports) {
        return dynamicPorts(adder -> ports.accept(new FixedPortsAdder(adder)));
    }

    /**
     * @param ports adds groups of ports, which users may extend
     * @return next stage
     */
    RequireModel dynamicPorts(Consumer<DynamicPortsAdder> ports);

    /** Adds ports that are always there. */
    interface PortsAdder {

        /**
         * @param name unique name
         * @param description what the port takes
         * @return this
         */
        default PortsAdder addInputTable(final String name, final String description) {
            return addInputPort(name, description, BufferedDataTable.TYPE);
        }

        /**
         * @param name unique name
         * @param description what the port takes
         * @param type its type
         * @return this
         */
        PortsAdder addInputPort(String name, String description, PortType type);

        /**
         * @param name unique name
         * @param description what the port gives
         * @return this
         */
        default PortsAdder addOutputTable(final String name, final String description) {
            return addOutputPort(name, description, BufferedDataTable.TYPE);
        }

        /**
         * @param name unique name
         * @param description what the port gives
         * @param type its type
         * @return this
         */
        PortsAdder addOutputPort(String name, String description, PortType type);
    }

    /** Adds groups of ports. */
    interface DynamicPortsAdder {

        /**
         * @param id unique identifier, stored with the workflow
         * @param group names, describes and types its ports
         * @return this
         */
        DynamicPortsAdder addInputPortGroup(String id, Function<RequirePortName, ConfigurablePort> group);

        /**
         * @param id unique identifier, stored with the workflow
         * @param group names, describes and types its ports
         * @return this
         */
        DynamicPortsAdder addOutputPortGroup(String id, Function<RequirePortName, ConfigurablePort> group);
    }

    /** Asks for a group's name. */
    interface RequirePortName {

        /**
         * @param name for the user
         * @return next stage
         */
        RequirePortDescription name(String name);
    }

    /** Asks for a group's description. */
    interface RequirePortDescription {

        /**
         * @param description for the user
         * @return next stage
         */
        RequireConfigurablePortMode description(String description);
    }

    /** Asks how many ports a group may have. */
    interface RequireConfigurablePortMode {

        /**
         * @param type of the one port that is always there
         * @return the group
         */
        ConfigurablePort.FinalConfigurablePort fixed(PortType type);

        /** @return stage for a port that users may add */
        RequireSupportedTypes<ConfigurablePort.OptionalConfigurablePort> optional();

        /** @return stage for any number of ports */
        RequireSupportedTypes<ConfigurablePort.ExtendableConfigurablePort> extendable();
    }

    /**
     * Asks for the types that ports of a group may have.
     *
     * @param <T> next stage
     */
    interface RequireSupportedTypes<T> {

        /**
         * @param types all of them
         * @return next stage
         */
        T supportedTypes(PortType... types);
    }

    /** A group of ports. */
    sealed interface ConfigurablePort {

        /** Nothing more to say. */
        final class FinalConfigurablePort implements ConfigurablePort {

            /** For the framework. */
            public FinalConfigurablePort() {
                super();
            }
        }

        /** A port that users may add. */
        non-sealed interface OptionalConfigurablePort extends ConfigurablePort {
        }

        /** Any number of ports. */
        non-sealed interface ExtendableConfigurablePort extends ConfigurablePort {

            /**
             * @param types of ports that are always there, before all others
             * @return this
             */
            ExtendableConfigurablePort fixedTypes(PortType... types);
        }

        /** As many ports as another group has. Groups of this kind are not in the double. */
        non-sealed interface BoundExtendableConfigurablePort extends ConfigurablePort {
        }
    }
}
