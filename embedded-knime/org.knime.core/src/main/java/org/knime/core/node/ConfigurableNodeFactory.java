package org.knime.core.node;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.scelmo.embedded.core.ports.FixedPortGroup;
import org.scelmo.embedded.core.ports.GrowingPortGroup;
import org.scelmo.embedded.core.ports.PortGroups;

/**
 * Makes the parts of a node whose ports may change.
 *
 * @param <T> its model
 */
public abstract class ConfigurableNodeFactory<T extends NodeModel> extends NodeFactory<T> {

    protected ConfigurableNodeFactory() {
        // as a factory
    }

    protected ConfigurableNodeFactory(final boolean lazyInitialization) {
        super(lazyInitialization);
    }

    public final ModifiableNodeCreationConfiguration createNodeCreationConfig() {
        return new ModifiableNodeCreationConfiguration(
            createPortsConfigBuilder().map(PortsConfigurationBuilder::build).orElse(null));
    }

    protected abstract Optional<PortsConfigurationBuilder> createPortsConfigBuilder();

    @Override
    protected abstract T createNodeModel(NodeCreationConfiguration creationConfig);

    @Override
    @Deprecated
    public T createNodeModel() {
        return createNodeModel(createNodeCreationConfig());
    }

    @Override
    @SuppressWarnings("deprecation")
    protected abstract NodeDialogPane createNodeDialogPane(NodeCreationConfiguration creationConfig);

    @Override
    @Deprecated
    protected NodeDialogPane createNodeDialogPane() {
        return createNodeDialogPane(createNodeCreationConfig());
    }

    @Deprecated
    public boolean isPortConfigurableViaMenu() {
        return true;
    }

    /** Declares the ports of a node, group by group. */
    protected static final class PortsConfigurationBuilder {

        private static final PortType[] NONE = {};

        private final Map<String, PortGroupConfiguration> m_groups = new LinkedHashMap<>();

        public PortsConfigurationBuilder() {
            // starts empty
        }

        public void addFixedPortGroup(final String pGrpId, final PortType... pTypes) {
            add(pGrpId, new FixedPortGroup(pTypes, pTypes));
        }

        public void addFixedInputPortGroup(final String pGrpId, final PortType... pTypes) {
            add(pGrpId, new FixedPortGroup(pTypes, NONE));
        }

        public void addFixedOutputPortGroup(final String pGrpId, final PortType... pTypes) {
            add(pGrpId, new FixedPortGroup(NONE, pTypes));
        }

        public void addOptionalPortGroup(final String pGrpId, final PortType... pTypes) {
            add(pGrpId, growing(true, true, NONE, 1, pTypes));
        }

        public void addOptionalPortGroup(final String pGrpId, final Predicate<PortType> supportedPorts) {
            add(pGrpId, growing(true, true, NONE, 1, matching(supportedPorts)));
        }

        public void addExtendablePortGroup(final String pGrpId, final PortType... pTypes) {
            add(pGrpId, growing(true, true, NONE, Integer.MAX_VALUE, pTypes));
        }

        public void addExtendablePortGroup(final String pGrpId, final Predicate<PortType> supportedPorts) {
            add(pGrpId, growing(true, true, NONE, Integer.MAX_VALUE, matching(supportedPorts)));
        }

        public void addExtendablePortGroup(final String pGrpId, final PortType[] requiredPorts,
            final PortType... pTypes) {
            add(pGrpId, growing(true, true, requiredPorts, Integer.MAX_VALUE, pTypes));
        }

        public void addOptionalInputPortGroup(final String pGrpId, final PortType... pTypes) {
            add(pGrpId, growing(true, false, NONE, 1, pTypes));
        }

        public void addOptionalInputPortGroup(final String pGrpId, final Predicate<PortType> supportedPorts) {
            add(pGrpId, growing(true, false, NONE, 1, matching(supportedPorts)));
        }

        public void addExtendableInputPortGroup(final String pGrpId, final PortType... pTypes) {
            add(pGrpId, growing(true, false, NONE, Integer.MAX_VALUE, pTypes));
        }

        public void addExtendableInputPortGroup(final String pGrpId, final Predicate<PortType> supportedPorts) {
            add(pGrpId, growing(true, false, NONE, Integer.MAX_VALUE, matching(supportedPorts)));
        }

        public void addExtendableInputPortGroup(final String pGrpId, final PortType[] requiredPorts,
            final PortType... pTypes) {
            add(pGrpId, growing(true, false, requiredPorts, Integer.MAX_VALUE, pTypes));
        }

        public void addOptionalOutputPortGroup(final String pGrpId, final PortType... pTypes) {
            add(pGrpId, growing(false, true, NONE, 1, pTypes));
        }

        public void addOptionalOutputPortGroup(final String pGrpId, final Predicate<PortType> supportedPorts) {
            add(pGrpId, growing(false, true, NONE, 1, matching(supportedPorts)));
        }

        public void addExtendableOutputPortGroup(final String pGrpId, final PortType... pTypes) {
            add(pGrpId, growing(false, true, NONE, Integer.MAX_VALUE, pTypes));
        }

        public void addExtendableOutputPortGroup(final String pGrpId, final Predicate<PortType> supportedPorts) {
            add(pGrpId, growing(false, true, NONE, Integer.MAX_VALUE, matching(supportedPorts)));
        }

        public void addExtendableOutputPortGroup(final String pGrpId, final PortType[] requiredPorts,
            final PortType... pTypes) {
            add(pGrpId, growing(false, true, requiredPorts, Integer.MAX_VALUE, pTypes));
        }

        private void add(final String name, final PortGroupConfiguration group) {
            if (m_groups.putIfAbsent(name, group) != null) {
                throw new IllegalArgumentException("A port group with the given name already exists");
            }
        }

        private static PortGroupConfiguration growing(final boolean in, final boolean out, final PortType[] required,
            final int most, final PortType... types) {
            return new GrowingPortGroup(in, out, required, most, types);
        }

        private static PortType[] matching(final Predicate<PortType> filter) {
            return PortTypeRegistry.getInstance().availablePortTypes().stream().filter(filter)
                .toArray(PortType[]::new);
        }

        ModifiablePortsConfiguration build() {
            return new PortGroups(m_groups);
        }
    }
}
