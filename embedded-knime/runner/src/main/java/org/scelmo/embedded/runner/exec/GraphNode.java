package org.scelmo.embedded.runner.exec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.scelmo.embedded.runner.model.Workflow;
import org.scelmo.embedded.runner.model.WorkflowNode;

/** A node in the flattened workflow, in which metanodes are gone and every wire joins two nodes. */
public final class GraphNode {

    private final WorkflowNode m_node;

    private final Workflow m_parent;

    private final Role m_role;

    private final List<Wire> m_inputs = new ArrayList<>();

    private final List<Wire> m_outputs = new ArrayList<>();

    private final boolean m_inComponent;

    GraphNode(final WorkflowNode node, final Workflow parent, final Role role, final boolean inComponent) {
        m_node = node;
        m_parent = parent;
        m_role = role;
        m_inComponent = inComponent;
    }

    /** What the node does in the workflow. */
    public enum Role {
        /** It computes. */
        NODE,
        /** It hands the inputs of a component to the nodes inside. */
        COMPONENT_INPUT,
        /** It hands results out of a component. */
        COMPONENT_OUTPUT
    }

    /**
     * @param source where it starts
     * @param sourcePort output port there, 0 for flow variables
     * @param target where it ends
     * @param targetPort input port there, 0 for flow variables
     */
    public record Wire(GraphNode source, int sourcePort, GraphNode target, int targetPort) {
    }

    /** @return the node in the folder */
    public WorkflowNode node() {
        return m_node;
    }

    /** @return the workflow, metanode or component that holds it */
    public Workflow parent() {
        return m_parent;
    }

    /** @return whether it lies in a component, where workflow variables do not reach by themselves */
    public boolean isInComponent() {
        return m_inComponent;
    }

    /** @return what it does */
    public Role role() {
        return m_role;
    }

    /** @return the wires that end here, by input port */
    public List<Wire> inputs() {
        return Collections.unmodifiableList(m_inputs);
    }

    /** @return the wires that start here */
    public List<Wire> outputs() {
        return Collections.unmodifiableList(m_outputs);
    }

    /** @return whether data of the port go to another node */
    public boolean isConnected(final int outputPort) {
        return m_outputs.stream().anyMatch(w -> w.sourcePort() == outputPort);
    }

    static void join(final GraphNode source, final int sourcePort, final GraphNode target, final int targetPort) {
        final var wire = new Wire(source, sourcePort, target, targetPort);
        source.m_outputs.add(wire);
        target.m_inputs.add(wire);
        target.m_inputs.sort((a, b) -> Integer.compare(a.targetPort(), b.targetPort()));
    }

    @Override
    public String toString() {
        return m_node.toString();
    }
}
