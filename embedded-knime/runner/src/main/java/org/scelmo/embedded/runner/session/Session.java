package org.scelmo.embedded.runner.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.ICredentials;
import org.scelmo.embedded.core.filestore.FileStoreRepository;
import org.scelmo.embedded.core.io.TempFiles;
import org.scelmo.embedded.files.WorkflowFolder;
import org.scelmo.embedded.runner.exec.ComponentPort;
import org.scelmo.embedded.runner.exec.Graph;
import org.scelmo.embedded.runner.exec.GraphNode;
import org.scelmo.embedded.runner.exec.GraphNode.Role;
import org.scelmo.embedded.runner.exec.HostedNode;
import org.scelmo.embedded.runner.exec.NodeBody;
import org.scelmo.embedded.runner.exec.NodeMessage;
import org.scelmo.embedded.runner.exec.NodeRun;
import org.scelmo.embedded.runner.exec.NodeState;
import org.scelmo.embedded.runner.exec.Output;
import org.scelmo.embedded.runner.format.TableIndex;
import org.scelmo.embedded.runner.model.Workflow;
import org.scelmo.embedded.runner.model.WorkflowNode;
import org.scelmo.embedded.runner.registry.NodeCatalog;
import org.scelmo.embedded.runner.variables.SavedVariables;
import org.scelmo.embedded.runner.variables.VariableSettings;

/** An opened workflow: its nodes with their implementations, and the results that are still valid. */
public final class Session implements AutoCloseable {

    private final Workflow m_workflow;

    private final NodeData m_data;

    private final List<NodeRun> m_runs = new ArrayList<>();

    private final Path m_scratch;

    private Session(final Workflow workflow, final NodeData data, final Path scratch) {
        m_workflow = workflow;
        m_data = data;
        m_scratch = scratch;
    }

    /**
     * How to open a workflow.
     *
     * @param variables the workflow variables with their values for this run
     * @param credentials the workflow's credentials
     * @param reset whether results of earlier sessions are dropped
     * @param resetNodes paths of nodes whose results are dropped, with all that depends on them
     */
    public record Options(Map<String, FlowVariable> variables, List<ICredentials> credentials, boolean reset,
        Set<String> resetNodes) {

        /** @return what the workflow itself says, without passwords */
        public static Options savedIn(final Workflow workflow) {
            final var variables = new LinkedHashMap<String, FlowVariable>();
            workflow.variables().forEach(v -> variables.put(v.getName(), v));
            return new Options(variables, List.of(), false, Set.of());
        }
    }

    /**
     * Opens a workflow. A saved result stays valid if nothing before the node and no workflow variable it uses changed.
     *
     * @param workflow the workflow
     * @param catalog the available nodes
     * @param options how
     * @return the session; close it to delete temporary files
     * @throws IOException if the workflow cannot be opened at all; a node that cannot be is marked instead
     */
    public static Session open(final Workflow workflow, final NodeCatalog catalog, final Options options)
        throws IOException {
        final var stores = new FileStoreRepository();
        final var data = new NodeData(TableIndex.scan(workflow.folder()), stores);
        final var session = new Session(workflow, data, Files.createTempDirectory("workflow-stores-"));
        final var surroundings = new HostedNode.Surroundings(WorkflowFolder.of(workflow.folder()),
            options.credentials(), stores, session.m_scratch);
        final var changed = changedVariables(workflow, options.variables());
        final var byNode = new IdentityHashMap<GraphNode, NodeRun>();
        for (var node : Graph.of(workflow).nodes()) {
            final var run = create(node, catalog, surroundings);
            byNode.put(node, run);
            session.m_runs.add(run);
            final var sourcesValid = node.inputs().stream().allMatch(w -> byNode.get(w.source()).isLoaded());
            final var dropped = options.reset() || options.resetNodes().contains(node.node().path());
            if (!dropped && sourcesValid && !uses(node.node(), changed)) {
                session.load(run, byNode);
            }
        }
        return session;
    }

    /** @return all nodes, a node behind those it depends on */
    public List<NodeRun> runs() {
        return m_runs;
    }

    /** @return the workflow as it was read */
    public Workflow workflow() {
        return m_workflow;
    }

    /** @return the saved results */
    public NodeData data() {
        return m_data;
    }

    @Override
    public void close() {
        TempFiles.delete(m_scratch);
    }

    private static NodeRun create(final GraphNode node, final NodeCatalog catalog,
        final HostedNode.Surroundings surroundings) {
        final var content = node.node();
        if (content.problem() != null) {
            return missing(node, NodeMessage.of(content.problem()));
        }
        try {
            if (node.role() != Role.NODE) {
                final var settings = content.settings();
                return new NodeRun(node, ComponentPort.of(node,
                    settings.containsKey("model") ? settings.getNodeSettings("model") : null));
            }
            final var extension = catalog.find(content.factory());
            if (extension.isEmpty()) {
                return missing(node, notInstalled(content));
            }
            final NodeBody body = new HostedNode(extension.get().createFactory(), content.settings(), surroundings);
            return new NodeRun(node, body);
        } catch (final InvalidSettingsException | IOException | RuntimeException e) {
            return missing(node, NodeMessage.of("The node cannot be created: " + e.getMessage()));
        }
    }

    private static NodeRun missing(final GraphNode node, final NodeMessage reason) {
        final var run = new NodeRun(node, null);
        run.missing(reason);
        return run;
    }

    private static NodeMessage notInstalled(final WorkflowNode node) {
        final var bundle = node.settings().getString("node-bundle-symbolic-name", "unknown");
        return new NodeMessage("Not installed: " + node.factory(),
            List.of("It belongs to the bundle %s (%s) %s".formatted(node.settings().getString("node-bundle-name", "?"),
                bundle, node.settings().getString("node-bundle-version", ""))),
            List.of("Open the workflow in KNIME, where the extension can be installed."));
    }

    private void load(final NodeRun run, final Map<GraphNode, NodeRun> runs) {
        final var node = run.node().node();
        try {
            m_data.registerStores(node);
            if (NodeState.EXECUTED.name().equals(node.savedState())) {
                final var outputs =
                    run.node().role() == Role.COMPONENT_OUTPUT ? handedOn(run, runs) : m_data.outputs(node);
                if (run.body() == null || outputs.size() == run.body().outputCount()) {
                    run.loaded(outputs, NodeData.variables(node));
                }
            }
        } catch (final IOException e) {
            run.notLoaded(new NodeMessage("Its saved results cannot be used: " + e.getMessage(), List.of(), List.of()));
        }
    }

    private static List<Output> handedOn(final NodeRun run, final Map<GraphNode, NodeRun> runs) {
        return run.node().inputs().stream().filter(w -> w.targetPort() > 0)
            .map(w -> runs.get(w.source()).outputs().get(w.sourcePort() - 1)).toList();
    }

    private static List<String> changedVariables(final Workflow workflow, final Map<String, FlowVariable> variables) {
        return variables.values().stream()
            .filter(v -> workflow.variables().stream().noneMatch(saved -> SavedVariables.isSame(saved, v)))
            .map(FlowVariable::getName).toList();
    }

    private static boolean uses(final WorkflowNode node, final List<String> variables) {
        try {
            for (var key : List.of("variables", "view_variables")) {
                if (node.settings().containsKey(key) && VariableSettings
                    .usedVariables(node.settings().getNodeSettings(key)).stream().anyMatch(variables::contains)) {
                    return true;
                }
            }
            return false;
        } catch (final InvalidSettingsException e) {
            return true; // unreadable: compute again, which reports it
        }
    }
}
