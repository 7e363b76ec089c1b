package org.scelmo.embedded.runner.exec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scelmo.embedded.runner.exec.GraphNode.Role;
import org.scelmo.embedded.runner.model.Connection;
import org.scelmo.embedded.runner.model.Workflow;
import org.scelmo.embedded.runner.model.WorkflowException;
import org.scelmo.embedded.runner.model.WorkflowNode;
import org.scelmo.embedded.runner.model.WorkflowNode.Kind;

/** The nodes of a workflow, those in metanodes and components included, in an order in which they can run. */
public final class Graph {

    private static final String VIRTUAL = "org.knime.core.node.workflow.virtual.subnode.VirtualSubNode";

    private final Map<WorkflowNode, GraphNode> m_nodes = new IdentityHashMap<>();

    private final List<GraphNode> m_order;

    private Graph(final Workflow workflow) throws WorkflowException {
        final var top = new Scope(workflow, null, null);
        final var created = new LinkedHashMap<GraphNode, Scope>();
        create(top, created);
        for (var entry : created.entrySet()) {
            connect(entry.getKey(), entry.getValue());
        }
        m_order = sort(new ArrayList<>(created.keySet()));
    }

    /** A workflow and, for a metanode's or component's inside, what holds it. */
    private record Scope(Workflow workflow, WorkflowNode holder, Scope parent) {

        boolean inComponent() {
            return holder != null && (holder.kind() == Kind.COMPONENT || parent.inComponent());
        }
    }

    private record Output(GraphNode node, int port) {
    }

    /**
     * @param workflow a workflow
     * @return its nodes and wires
     * @throws WorkflowException if its connections form a circle or name nodes that are not there
     */
    public static Graph of(final Workflow workflow) throws WorkflowException {
        return new Graph(workflow);
    }

    /** @return all nodes; a node comes behind all that it depends on */
    public List<GraphNode> nodes() {
        return m_order;
    }

    private void create(final Scope scope, final Map<GraphNode, Scope> created) {
        for (var node : scope.workflow().nodes()) {
            if (node.kind() == Kind.NATIVE || node.content().isEmpty()) {
                final var graphNode = new GraphNode(node, scope.workflow(), role(node), scope.inComponent());
                m_nodes.put(node, graphNode);
                created.put(graphNode, scope);
            } else {
                create(new Scope(node.content().get(), node, scope), created);
            }
        }
    }

    private static Role role(final WorkflowNode node) {
        final var factory = node.factory();
        if (!factory.startsWith(VIRTUAL)) {
            return Role.NODE;
        }
        return factory.contains("Input") ? Role.COMPONENT_INPUT : Role.COMPONENT_OUTPUT;
    }

    private void connect(final GraphNode target, final Scope scope) throws WorkflowException {
        final var inComponent = target.role() == Role.COMPONENT_INPUT && scope.holder() != null;
        final var id = inComponent ? scope.holder().id() : target.node().id();
        final var around = inComponent ? scope.parent() : scope;
        for (var connection : around.workflow().connections()) {
            if (connection.target() == id) {
                final var source = source(around, connection);
                if (source.isPresent()) {
                    GraphNode.join(source.get().node(), source.get().port(), target, connection.targetPort());
                }
            }
        }
    }

    /** Follows a connection back to the node that makes the data; empty if a metanode's port leads nowhere. */
    private Optional<Output> source(final Scope scope, final Connection connection) throws WorkflowException {
        if (connection.source() == Connection.BORDER) {
            return scope.holder() == null ? Optional.empty()
                : into(scope.parent(), scope.holder().id(), connection.sourcePort());
        }
        final var node = scope.workflow().node(connection.source()).orElseThrow(() -> new WorkflowException(
            "%s is damaged: a connection starts at node %d, which is not there".formatted(scope.workflow().file(),
                connection.source())));
        if (m_nodes.containsKey(node)) {
            return Optional.of(new Output(m_nodes.get(node), connection.sourcePort()));
        }
        final var content = node.content().orElseThrow();
        final var inside = new Scope(content, node, scope);
        if (node.kind() == Kind.METANODE) {
            return into(inside, Connection.BORDER, connection.sourcePort());
        }
        final var virtualOut = content.node(node.settings().getInt("virtual-out-ID", -1));
        return virtualOut.map(m_nodes::get).map(out -> new Output(out, connection.sourcePort()));
    }

    private Optional<Output> into(final Scope scope, final int target, final int port) throws WorkflowException {
        for (var connection : scope.workflow().connections()) {
            if (connection.target() == target && connection.targetPort() == port) {
                return source(scope, connection);
            }
        }
        return Optional.empty();
    }

    private static List<GraphNode> sort(final List<GraphNode> nodes) throws WorkflowException {
        final var waiting = new IdentityHashMap<GraphNode, Integer>();
        final var ready = new ArrayDeque<GraphNode>();
        for (var node : nodes) {
            waiting.put(node, node.inputs().size());
            if (node.inputs().isEmpty()) {
                ready.add(node);
            }
        }
        final var order = new ArrayList<GraphNode>();
        while (!ready.isEmpty()) {
            final var node = ready.remove();
            order.add(node);
            for (var wire : node.outputs()) {
                if (waiting.merge(wire.target(), -1, Integer::sum) == 0) {
                    ready.add(wire.target());
                }
            }
        }
        if (order.size() < nodes.size()) {
            nodes.removeAll(order);
            throw new WorkflowException("The connections form a circle around " + nodes.get(0));
        }
        return List.copyOf(order);
    }
}
