package org.scelmo.nodes.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.NodeMessage;
import org.scelmo.embedded.core.NodeHost;

/** A node in a test: settings are changed by the names under which they are stored. */
public final class TestNode implements AutoCloseable {

    private final NodeHost m_host;

    private final NodeSettings m_settings = new NodeSettings("model");

    private TestNode(final NodeHost host) {
        m_host = host;
        m_host.saveSettings(m_settings);
    }

    /**
     * @param factory makes the factory once the port types are registered, as classes keep what they find when loaded
     * @return a node with the ports it has when it is new
     */
    public static TestNode of(final Supplier<? extends NodeFactory<?>> factory) {
        TestKnime.catalog();
        return new TestNode(NodeHost.create(factory.get()));
    }

    /** @return a node to which the port of an optional group was added */
    public static TestNode withPort(final Supplier<? extends NodeFactory<?>> factory, final String group,
        final Class<? extends PortObject> type) {
        TestKnime.catalog();
        final var ports = new NodeSettings("node_creation_config");
        ports.addNodeSettings(group).addNodeSettings("port_0").addString("object_class", type.getName());
        try {
            return new TestNode(NodeHost.create(factory.get(), ports));
        } catch (final InvalidSettingsException e) {
            throw new AssertionError(e);
        }
    }

    public NodeHost host() {
        return m_host;
    }

    /** @return the settings, for what lies in groups */
    public NodeSettings settings() {
        return m_settings;
    }

    /** @return settings of a group of settings */
    public NodeSettings settings(final String group) {
        try {
            return m_settings.getNodeSettings(group);
        } catch (final InvalidSettingsException e) {
            throw new AssertionError(e);
        }
    }

    public TestNode set(final String key, final String value) {
        m_settings.addString(key, value);
        return this;
    }

    public TestNode set(final String key, final int value) {
        m_settings.addInt(key, value);
        return this;
    }

    public TestNode set(final String key, final double value) {
        m_settings.addDouble(key, value);
        return this;
    }

    public TestNode set(final String key, final boolean value) {
        m_settings.addBoolean(key, value);
        return this;
    }

    /** Sets a number that may be absent. */
    public TestNode setOptional(final String key, final double value) {
        m_settings.addDouble(key, value);
        m_settings.addBoolean(key + "_is_present", true);
        return this;
    }

    /** Chooses these columns, and no others, by hand. */
    public TestNode columns(final String key, final String... names) {
        try {
            final var manual = m_settings.getNodeSettings(key).getNodeSettings("manualFilter");
            manual.addStringArray("manuallySelected", names);
            manual.addBoolean("includeUnknownColumns", false);
        } catch (final InvalidSettingsException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    /** Sets a whole number that may be absent. */
    public TestNode setOptionalInt(final String key, final int value) {
        m_settings.addInt(key, value);
        m_settings.addBoolean(key + "_is_present", true);
        return this;
    }

    /** Chooses a file on this computer. */
    public TestNode file(final Path file) {
        return location("LOCAL", null, file.toString());
    }

    /** Chooses a file in any of KNIME's file systems. */
    public TestNode location(final String type, final String specifier, final String path) {
        return location("file", type, specifier, path);
    }

    /** Chooses a file in any of KNIME's file systems. */
    public TestNode location(final String key, final String type, final String specifier, final String path) {
        final var location = m_settings.addNodeSettings(key).addNodeSettings("path");
        location.addBoolean("location_present", true);
        location.addString("file_system_type", type);
        if (specifier != null) {
            location.addString("file_system_specifier", specifier);
        }
        location.addString("path", path);
        return this;
    }

    /** Configures and executes; both must succeed. */
    public TestNode run(final PortObject... inputs) {
        configure(Arrays.stream(inputs).map(PortObject::getSpec).toArray(PortObjectSpec[]::new));
        assertTrue(m_host.execute(inputs), () -> "execute failed: " + m_host.message());
        return this;
    }

    /** Configures; it must succeed. */
    public TestNode configure(final PortObjectSpec... specs) {
        load();
        assertTrue(m_host.configure(specs), () -> "configure failed: " + m_host.message());
        return this;
    }

    /** Configures and executes; one of the two must fail, with a message a user can act on. */
    public String failure(final PortObject... inputs) {
        load();
        final var specs = Arrays.stream(inputs).map(PortObject::getSpec).toArray(PortObjectSpec[]::new);
        if (m_host.configure(specs)) {
            assertFalse(m_host.execute(inputs), "The node should have failed");
            assertEquals(NodeMessage.Type.ERROR, m_host.message().getMessageType());
        }
        return actionable();
    }

    /** Configures, which must fail with a message a user can act on. */
    public String configureFailure(final PortObjectSpec... specs) {
        load();
        assertFalse(m_host.configure(specs), "configure should have failed");
        return actionable();
    }

    private String actionable() {
        final var message = m_host.message();
        assertFalse(message.getMessage().isBlank(), "The message has no summary");
        assertFalse(message.getMessage().startsWith("Execute failed"), message.getMessage());
        assertFalse(message.getMessage().startsWith("Configure failed"), message.getMessage());
        assertFalse(message.getResolutions().isEmpty(), "No resolution: " + message.getMessage());
        return message.getMessage();
    }

    /** @return the warning of the execution, empty if there is none */
    public String warning() {
        return Optional.ofNullable(m_host.message()).filter(m -> m.getMessageType() == NodeMessage.Type.WARNING)
            .map(NodeMessage::getMessage).orElse("");
    }

    private void load() {
        try {
            m_host.loadSettings(m_settings);
        } catch (final InvalidSettingsException e) {
            throw new AssertionError(e);
        }
    }

    public BufferedDataTable table(final int port) {
        return (BufferedDataTable)m_host.output(port);
    }

    @SuppressWarnings("unchecked") // the caller names the type of its node's port
    public <P extends PortObject> P output(final int port) {
        return (P)m_host.output(port);
    }

    @Override
    public void close() {
        m_host.close();
    }
}
