package org.scelmo.embedded.runner.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.workflow.FlowVariable;
import org.scelmo.embedded.runner.format.Inside;
import org.scelmo.embedded.runner.format.SettingsFiles;
import org.scelmo.embedded.runner.model.Workflow.CredentialsEntry;
import org.scelmo.embedded.runner.model.WorkflowNode.Kind;
import org.scelmo.embedded.runner.variables.SavedVariables;

/** Reads the structure of a workflow folder; the data of the nodes stay on disk. */
public final class WorkflowReader {

    /** The file that makes a folder a workflow. */
    public static final String WORKFLOW_FILE = "workflow.knime";

    /** Metanodes deeper than this are a damaged or hostile workflow. */
    private static final int MAX_DEPTH = 64;

    private WorkflowReader() {
    }

    /**
     * @param folder a workflow folder, or its {@code workflow.knime}
     * @return the workflow with all nodes
     * @throws WorkflowException if it is not a workflow or cannot be read
     */
    public static Workflow read(final Path folder) throws WorkflowException {
        final var file = Files.isDirectory(folder) ? folder.resolve(WORKFLOW_FILE) : folder;
        if (!Files.isRegularFile(file)) {
            throw new WorkflowException(("%s is not a KNIME workflow folder: it has no %s. A .knwf file is a zip "
                + "archive: unpack it and give the folder inside.").formatted(folder, WORKFLOW_FILE));
        }
        return readWorkflow(file, "", 0);
    }

    private static NodeSettings readSettings(final Path file) throws WorkflowException {
        try {
            return SettingsFiles.read(file);
        } catch (final IOException e) {
            throw new WorkflowException(e.getMessage(), e);
        }
    }

    private static Workflow readWorkflow(final Path file, final String parentPath, final int depth)
        throws WorkflowException {
        if (depth > MAX_DEPTH) {
            throw new WorkflowException("%s: metanodes are nested more than %d levels deep".formatted(file, MAX_DEPTH));
        }
        final var settings = readSettings(file);
        try {
            final var nodes = new ArrayList<WorkflowNode>();
            for (var entry : children(settings, "nodes")) {
                nodes.add(readNode(file, entry, parentPath, depth));
            }
            final var connections = new ArrayList<Connection>();
            for (var entry : children(settings, "connections")) {
                connections.add(readConnection(entry));
            }
            final var variables = new ArrayList<FlowVariable>();
            if (settings.containsKey("workflow_variables")) {
                variables.addAll(SavedVariables.load(settings.getNodeSettings("workflow_variables")));
            }
            final var credentials = new ArrayList<CredentialsEntry>();
            for (var entry : children(settings, "workflow_credentials")) {
                credentials.add(new CredentialsEntry(entry.getString("name"), entry.getString("login", "")));
            }
            return new Workflow(file, settings, List.copyOf(nodes), List.copyOf(connections), List.copyOf(variables),
                List.copyOf(credentials));
        } catch (final InvalidSettingsException e) {
            throw new WorkflowException("%s is damaged: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static WorkflowNode readNode(final Path workflowFile, final NodeSettingsRO entry, final String parentPath,
        final int depth) throws InvalidSettingsException, WorkflowException {
        final var id = entry.getInt("id");
        final var path = parentPath.isEmpty() ? Integer.toString(id) : parentPath + "." + id;
        final var nodeType = entry.getString("node_type", entry.getBoolean("node_is_meta", false) ? "MetaNode"
            : "NativeNode");
        final var kind = Kind.of(nodeType).orElseThrow(
            () -> new InvalidSettingsException("node %s has the unknown type \"%s\"".formatted(path, nodeType)));
        final var file = inside(workflowFile.getParent(), entry.getString("node_settings_file"));
        final NodeSettings settings;
        try {
            settings = readSettings(file);
        } catch (final WorkflowException e) {
            return unreadable(id, path, kind, file, e.getMessage());
        }
        return switch (kind) {
            case NATIVE -> new WorkflowNode(id, path, kind,
                name(settings.getString("node-name", settings.getString("name", null)), file), file, settings,
                Optional.empty(), null);
            case METANODE -> new WorkflowNode(id, path, kind, name(settings.getString("name", null), file), file,
                settings, Optional.of(readWorkflow(file, path, depth + 1)), null);
            case COMPONENT -> readComponent(id, path, file, settings, depth);
        };
    }

    private static WorkflowNode readComponent(final int id, final String path, final Path file,
        final NodeSettings settings, final int depth) throws WorkflowException {
        final var inner = file.resolveSibling(settings.getString("workflow-file", WORKFLOW_FILE));
        if (!Files.isRegularFile(inner)) {
            return unreadable(id, path, Kind.COMPONENT, file,
                inner.getFileName() + " is missing or encrypted: locked components cannot be opened here");
        }
        final var content = readWorkflow(inner, path, depth + 1);
        return new WorkflowNode(id, path, Kind.COMPONENT, name(content.settings().getString("name", null), file),
            file, settings, Optional.of(content), null);
    }

    private static WorkflowNode unreadable(final int id, final String path, final Kind kind, final Path file,
        final String problem) {
        return new WorkflowNode(id, path, kind, name(null, file), file, new NodeSettings("settings.xml"),
            Optional.empty(), problem);
    }

    private static Connection readConnection(final NodeSettingsRO entry) throws InvalidSettingsException {
        final var target = entry.containsKey("destID") ? "dest" : "target";
        return new Connection(entry.getInt("sourceID"), entry.getInt("sourcePort"), entry.getInt(target + "ID"),
            entry.getInt(target + "Port"));
    }

    private static List<NodeSettingsRO> children(final NodeSettings settings, final String key)
        throws InvalidSettingsException {
        final var children = new ArrayList<NodeSettingsRO>();
        if (settings.containsKey(key)) {
            final var parent = settings.getNodeSettings(key);
            for (var child : parent.keySet()) {
                children.add(parent.getNodeSettings(child));
            }
        }
        return children;
    }

    private static Path inside(final Path folder, final String location) throws WorkflowException {
        try {
            return Inside.of(folder, location);
        } catch (final IOException e) {
            throw new WorkflowException(e.getMessage(), e);
        }
    }

    /** The given name, or the one in the folder's name, which is {@code "name (#id)"}. */
    private static String name(final String saved, final Path file) {
        return saved == null || saved.isBlank()
            ? file.getParent().getFileName().toString().replaceAll(" \\(#\\d+\\)$", "") : saved;
    }
}
