package org.scelmo.embedded.runner.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.workflow.FlowVariable;

/** Writes workflow folders in KNIME's form. */
public final class WorkflowBuilder {

    private final Path m_folder;

    private final NodeSettings m_settings = new NodeSettings("workflow.knime");

    private final NodeSettingsWO m_nodes;

    private final NodeSettingsWO m_connections;

    private final NodeSettingsWO m_variables;

    private final NodeSettingsWO m_credentials;

    private int m_connectionCount;

    /** @param folder of the workflow, metanode or component */
    public WorkflowBuilder(final Path folder) throws IOException {
        m_folder = Files.createDirectories(folder);
        m_settings.addString("created_by", "5.8.2.v202601220000");
        m_settings.addString("version", "5.1.0");
        m_settings.addString("name", null);
        m_settings.addString("state", "IDLE");
        m_variables = m_settings.addNodeSettings("workflow_variables");
        m_credentials = m_settings.addNodeSettings("workflow_credentials");
        m_nodes = m_settings.addNodeSettings("nodes");
        m_connections = m_settings.addNodeSettings("connections");
    }

    /** Adds a node of the samples. */
    public WorkflowBuilder node(final int id, final Class<?> factory) throws IOException {
        return node(id, factory.getName(), settings -> {
            // defaults
        });
    }

    /** Adds a node; the consumer gets the content of its settings.xml. */
    public WorkflowBuilder node(final int id, final String factory, final Consumer<NodeSettings> change)
        throws IOException {
        final var settings = new NodeSettings("settings.xml");
        settings.addString("state", "IDLE");
        settings.addString("factory", factory);
        settings.addString("node-name", factory.substring(factory.lastIndexOf('.') + 1).replace("NodeFactory", ""));
        settings.addNodeSettings("factory_settings");
        change.accept(settings);
        return file(id, "NativeNode", "Node (#%d)/settings.xml".formatted(id), settings);
    }

    /** Adds a metanode whose inside lies in {@link #inside}. */
    public WorkflowBuilder metanode(final int id) {
        return entry(id, "MetaNode", "Meta (#%d)/workflow.knime".formatted(id));
    }

    /** Adds a component whose inside lies in {@link #inside}. */
    public WorkflowBuilder component(final int id, final int virtualIn, final int virtualOut) throws IOException {
        final var settings = new NodeSettings("settings.xml");
        settings.addString("state", "IDLE");
        settings.addString("workflow-file", "workflow.knime");
        settings.addInt("virtual-in-ID", virtualIn);
        settings.addInt("virtual-out-ID", virtualOut);
        return file(id, "SubNode", "Meta (#%d)/settings.xml".formatted(id), settings);
    }

    /** @return builds the inside of a metanode or component */
    public WorkflowBuilder inside(final int id) throws IOException {
        return new WorkflowBuilder(m_folder.resolve("Meta (#%d)".formatted(id)));
    }

    /** Connects two ports, by their real indices. */
    public WorkflowBuilder connect(final int source, final int sourcePort, final int target, final int targetPort) {
        final var connection = m_connections.addNodeSettings("connection_" + m_connectionCount++);
        connection.addInt("sourceID", source);
        connection.addInt("destID", target);
        connection.addInt("sourcePort", sourcePort);
        connection.addInt("destPort", targetPort);
        return this;
    }

    /** Adds a workflow variable. */
    public WorkflowBuilder variable(final FlowVariable variable) {
        variable.save(m_variables.addNodeSettings("Var_" + variable.getName()));
        return this;
    }

    /** Adds credentials. */
    public WorkflowBuilder credentials(final String name, final String login) {
        final var entry = m_credentials.addNodeSettings(name);
        entry.addString("name", name);
        entry.addString("login", login);
        return this;
    }

    /** Writes the workflow. */
    public Path write() throws IOException {
        write(m_folder.resolve("workflow.knime"), m_settings);
        return m_folder;
    }

    private WorkflowBuilder file(final int id, final String type, final String location, final NodeSettings settings)
        throws IOException {
        write(m_folder.resolve(location), settings);
        return entry(id, type, location);
    }

    private WorkflowBuilder entry(final int id, final String type, final String location) {
        final var entry = m_nodes.addNodeSettings("node_" + id);
        entry.addInt("id", id);
        entry.addString("node_settings_file", location);
        entry.addBoolean("node_is_meta", type.equals("MetaNode"));
        entry.addString("node_type", type);
        return this;
    }

    private static void write(final Path file, final NodeSettings settings) throws IOException {
        Files.createDirectories(file.getParent());
        try (var out = Files.newOutputStream(file)) {
            settings.saveToXML(out);
        }
    }
}
