package org.scelmo.embedded.runner.exec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.knime.core.node.workflow.FlowVariable;
import org.scelmo.embedded.runner.exec.GraphNode.Role;
import org.scelmo.embedded.runner.exec.GraphNode.Wire;

/** Which flow variables reach which node. */
final class VariableFlow {

    private final Map<GraphNode, NodeRun> m_runs;

    private final Map<String, FlowVariable> m_workflowVariables;

    VariableFlow(final Map<GraphNode, NodeRun> runs, final Map<String, FlowVariable> workflowVariables) {
        m_runs = runs;
        m_workflowVariables = new LinkedHashMap<>(workflowVariables);
    }

    /** Where two inputs bring the same variable, the later port wins, and the flow variable port over all. */
    Map<String, FlowVariable> incoming(final NodeRun run) {
        final var variables = new LinkedHashMap<String, FlowVariable>();
        final var wires = new ArrayList<>(run.node().inputs());
        wires.sort((a, b) -> Integer.compare(order(a), order(b)));
        for (var wire : wires) {
            variables.putAll(outgoing(m_runs.get(wire.source())));
        }
        if (wires.isEmpty() && !run.node().isInComponent()) {
            variables.putAll(m_workflowVariables);
        }
        return variables;
    }

    private Map<String, FlowVariable> outgoing(final NodeRun run) {
        final var variables = new LinkedHashMap<String, FlowVariable>();
        switch (run.node().role()) {
            case NODE -> variables.putAll(run.incomingVariables());
            case COMPONENT_OUTPUT -> entrance(run).ifPresent(in -> variables.putAll(in.incomingVariables()));
            default -> {
                // inside a component only what its input lets through
            }
        }
        variables.putAll(run.madeVariables());
        return variables;
    }

    private Optional<NodeRun> entrance(final NodeRun componentOutput) {
        return m_runs.values().stream().filter(r -> r.node().role() == Role.COMPONENT_INPUT
            && r.node().parent() == componentOutput.node().parent()).findFirst();
    }

    private static int order(final Wire wire) {
        return wire.targetPort() == 0 ? Integer.MAX_VALUE : wire.targetPort();
    }
}
