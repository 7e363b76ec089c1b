package org.scelmo.embedded.runner.exec;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.node.workflow.FlowVariable;

/** A node and what has become of it. Changed by the engine's coordinating thread only. */
public final class NodeRun {

    private final GraphNode m_node;

    private final NodeBody m_body;

    private volatile NodeState m_state = NodeState.IDLE;

    private List<Output> m_outputs = List.of();

    private Map<String, FlowVariable> m_madeVariables = Map.of();

    private Map<String, FlowVariable> m_incoming = Map.of();

    private List<NodeMessage> m_warnings = List.of();

    private NodeMessage m_error;

    private Duration m_time = Duration.ZERO;

    private boolean m_loaded;

    /**
     * @param node the node in the workflow
     * @param body what it does, {@code null} if it is missing
     */
    public NodeRun(final GraphNode node, final NodeBody body) {
        m_node = node;
        m_body = body;
    }

    /** @return the node in the workflow */
    public GraphNode node() {
        return m_node;
    }

    /** @return what it does, {@code null} if it is missing */
    public NodeBody body() {
        return m_body;
    }

    /** @return where it stands */
    public NodeState state() {
        return m_state;
    }

    /** @return the data outputs: the first is port 1 */
    public List<Output> outputs() {
        return m_outputs;
    }

    /** @return the flow variables it made */
    public Map<String, FlowVariable> madeVariables() {
        return m_madeVariables;
    }

    /** @return what it warned about when it was last configured or run */
    public List<NodeMessage> warnings() {
        return m_warnings;
    }

    /** @return why it is not executed, {@code null} if there is nothing to say */
    public NodeMessage error() {
        return m_error;
    }

    /** @return how long it ran */
    public Duration time() {
        return m_time;
    }

    /** @return whether its results are those of the folder, not of this run */
    public boolean isLoaded() {
        return m_loaded;
    }

    /** @return the flow variables that reach it */
    public Map<String, FlowVariable> incomingVariables() {
        return m_incoming;
    }

    void state(final NodeState state) {
        m_state = state;
    }

    void error(final NodeState state, final NodeMessage error) {
        m_state = state;
        m_error = error;
    }

    /** The node cannot be created. */
    public void missing(final NodeMessage reason) {
        error(NodeState.MISSING, reason);
    }

    /** The saved results cannot be used: the node runs again. */
    public void notLoaded(final NodeMessage reason) {
        m_warnings = List.of(reason);
    }

    /** The results of an earlier session are valid. */
    public void loaded(final List<Output> outputs, final Map<String, FlowVariable> made) {
        m_state = NodeState.EXECUTED;
        m_error = null;
        m_outputs = outputs;
        m_madeVariables = made;
        m_loaded = true;
    }

    void planned(final NodeBody.Plan plan, final Map<String, FlowVariable> incoming) {
        m_state = NodeState.CONFIGURED;
        m_error = null;
        m_outputs = plan.specs().stream().map(Output::planned).toList();
        m_warnings = plan.warnings();
        made(plan.variables(), incoming);
    }

    void executed(final NodeBody.Result result, final Map<String, FlowVariable> incoming, final Duration time) {
        m_state = NodeState.EXECUTED;
        m_error = null;
        m_outputs = result.objects().stream().map(Output::made).toList();
        m_warnings = result.warnings();
        m_time = time;
        made(result.variables(), incoming);
    }

    void time(final Duration time) {
        m_time = time;
    }

    void incoming(final Map<String, FlowVariable> incoming) {
        made(m_madeVariables, incoming);
    }

    private void made(final Map<String, FlowVariable> made, final Map<String, FlowVariable> incoming) {
        m_madeVariables = new LinkedHashMap<>(made);
        m_incoming = new LinkedHashMap<>(incoming);
    }

    @Override
    public String toString() {
        return m_node + " " + m_state;
    }
}
