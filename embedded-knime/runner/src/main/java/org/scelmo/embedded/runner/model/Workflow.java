package org.scelmo.embedded.runner.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.FlowVariable;

/**
 * A workflow, or the inside of a metanode or component.
 *
 * @param file the {@code workflow.knime} file
 * @param settings its content
 * @param nodes the nodes, in the order of the file
 * @param connections the connections, in the order of the file
 * @param variables the workflow variables with their saved values
 * @param credentials the credentials it wants; their passwords are never saved
 */
public record Workflow(Path file, NodeSettings settings, List<WorkflowNode> nodes, List<Connection> connections,
    List<FlowVariable> variables, List<CredentialsEntry> credentials) {

    /**
     * Credentials that a workflow names.
     *
     * @param name the name nodes refer to
     * @param login the login
     */
    public record CredentialsEntry(String name, String login) {
    }

    /** @return the workflow's folder */
    public Path folder() {
        return file.getParent();
    }

    /** @return the name to show: that of the folder */
    public String name() {
        return folder().toAbsolutePath().normalize().getFileName().toString();
    }

    /** @return the node with this id, empty if there is none */
    public Optional<WorkflowNode> node(final int id) {
        return nodes.stream().filter(n -> n.id() == id).findFirst();
    }

    /** @return all nodes, those in metanodes and components behind the one that holds them */
    public Stream<WorkflowNode> allNodes() {
        return nodes.stream().flatMap(
            n -> Stream.concat(Stream.of(n), n.content().map(Workflow::allNodes).orElseGet(Stream::empty)));
    }
}
