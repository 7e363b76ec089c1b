package org.scelmo.embedded.runner.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.scelmo.embedded.runner.model.Workflow;
import org.scelmo.embedded.runner.model.WorkflowNode;
import org.scelmo.embedded.runner.model.WorkflowNode.Kind;
import org.scelmo.embedded.runner.model.WorkflowReader;
import org.scelmo.embedded.runner.registry.NodeCatalog;

/** Shows what is in a workflow, without running anything. */
final class InfoCommand {

    private static final String VIRTUAL = "org.knime.core.node.workflow.virtual.subnode.";

    private final Console m_console;

    private final NodeCatalog m_catalog;

    private final Map<WorkflowNode, String> m_missing = new IdentityHashMap<>();

    InfoCommand(final Console console, final NodeCatalog catalog) {
        m_console = console;
        m_catalog = catalog;
    }

    int execute(final Path folder) throws IOException {
        final var workflow = WorkflowReader.read(folder);
        final var settings = workflow.settings();
        m_console.print("%s: %s, saved by KNIME %s".formatted(workflow.name(), settings.getString("state", "IDLE"),
            settings.getString("created_by", "?")));
        printNodes(workflow, "  ");
        workflow.variables().forEach(v -> m_console.print("  variable %s (%s) = %s".formatted(v.getName(),
            v.getVariableType().getIdentifier(), v.getValueAsString())));
        workflow.credentials()
            .forEach(c -> m_console.print("  credentials %s (login %s)".formatted(c.name(), c.login())));
        if (!m_missing.isEmpty()) {
            m_console.print("");
            m_console.print("%d of the nodes are not installed:".formatted(m_missing.size()));
            m_missing.values().stream().sorted().forEach(m_console::print);
        }
        return CommandLine.OK;
    }

    private void printNodes(final Workflow workflow, final String indent) {
        for (var node : workflow.nodes()) {
            m_console.print(indent + line(node));
            printPorts(node, indent + "    ");
            for (var connection : workflow.connections()) {
                if (connection.target() == node.id()) {
                    m_console.print("%s    ← input %d from %s output %d".formatted(indent, connection.targetPort(),
                        connection.source() < 0 ? "the outside" : "#" + connection.source(), connection.sourcePort()));
                }
            }
            node.content().ifPresent(content -> printNodes(content, indent + "    "));
        }
    }

    private String line(final WorkflowNode node) {
        final var line = new StringBuilder("%s %s".formatted(node, node.savedState()));
        if (node.kind() != Kind.NATIVE) {
            line.append(node.kind() == Kind.METANODE ? ", metanode" : ", component");
        }
        if (node.problem() != null) {
            line.append(", cannot be opened: ").append(node.problem());
        } else if (node.kind() == Kind.NATIVE && !node.factory().startsWith(VIRTUAL)
            && m_catalog.find(node.factory()).isEmpty()) {
            line.append(", MISSING");
            m_missing.put(node, "  %s: %s, bundle %s (%s) %s".formatted(node, node.factory(),
                node.settings().getString("node-bundle-name", "?"),
                node.settings().getString("node-bundle-symbolic-name", "?"),
                node.settings().getString("node-bundle-version", "?")));
        }
        return line.toString();
    }

    private void printPorts(final WorkflowNode node, final String indent) {
        try {
            if (node.kind() == Kind.NATIVE && node.settings().containsKey("ports")) {
                final var ports = node.settings().getNodeSettings("ports");
                for (var key : ports.keySet()) {
                    final var port = ports.getNodeSettings(key);
                    final var summary = port.getString("port_object_summary", null);
                    if (summary != null) {
                        m_console.print("%s→ output %d: %s".formatted(indent, port.getInt("index"), summary));
                    }
                }
            }
        } catch (final InvalidSettingsException e) {
            m_console.print(indent + "its ports are damaged: " + e.getMessage());
        }
    }
}
