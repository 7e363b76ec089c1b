package org.scelmo.embedded.runner.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.FlowVariable;
import org.scelmo.embedded.runner.exec.NodeRun;
import org.scelmo.embedded.runner.exec.NodeState;
import org.scelmo.embedded.runner.format.SettingsFiles;
import org.scelmo.embedded.runner.model.Workflow;
import org.scelmo.embedded.runner.model.WorkflowException;
import org.scelmo.embedded.runner.model.WorkflowNode;
import org.scelmo.embedded.runner.model.WorkflowNode.Kind;
import org.scelmo.embedded.runner.variables.SavedVariables;

/**
 * Saves a workflow in KNIME's on-disk form. Files of nodes that did not change are kept as they are, byte for byte; of
 * changed nodes, what we do not know is kept too.
 */
public final class WorkflowSaver {

    private static final String DATA_MARKER = ".savedWithData";

    private static final String LOCK = ".knimeLock";

    private final Session m_session;

    private final Path m_target;

    private WorkflowSaver(final Session session, final Path target) {
        m_session = session;
        m_target = target;
    }

    /**
     * Saves into the workflow's own folder.
     *
     * @param session the workflow with its results
     * @param variables the workflow variables of the run
     * @throws IOException if a file cannot be written
     */
    public static void saveInPlace(final Session session, final Map<String, FlowVariable> variables)
        throws IOException {
        new WorkflowSaver(session, session.workflow().folder()).save(variables);
    }

    /**
     * Saves into another folder; the workflow's own stays as it is.
     *
     * @param session the workflow with its results
     * @param variables the workflow variables of the run
     * @param target a folder that does not exist or is empty
     * @throws IOException if there is something or a file cannot be written
     */
    public static void saveTo(final Session session, final Map<String, FlowVariable> variables, final Path target)
        throws IOException {
        checkTarget(session.workflow(), target);
        final var saver = new WorkflowSaver(session, target);
        saver.copyKept();
        saver.save(variables);
    }

    /**
     * Checks where a workflow is to be saved, so that this need not fail after a long run.
     *
     * @param workflow the workflow
     * @param target where it will be saved
     * @throws IOException if the target lies in the workflow or is not empty
     */
    public static void checkTarget(final Workflow workflow, final Path target) throws IOException {
        final var source = workflow.folder().toAbsolutePath().normalize();
        if (target.toAbsolutePath().normalize().startsWith(source)) {
            throw new WorkflowException("%s lies inside the workflow; use --save without a folder to save in place"
                .formatted(target));
        }
        if (Files.exists(target) && !isEmptyFolder(target)) {
            throw new WorkflowException("%s exists and is not empty; choose a new folder".formatted(target));
        }
    }

    private void save(final Map<String, FlowVariable> variables) throws IOException {
        for (var run : m_session.runs()) {
            if (isChanged(run)) {
                final var folder = in(run.node().node().folder());
                NodeSaver.save(run, folder, m_session.data().tables());
            }
        }
        saveStates(m_session.workflow());
        saveVariables(variables);
        if (!Files.exists(m_target.resolve(DATA_MARKER))) {
            Files.writeString(m_target.resolve(DATA_MARKER), "Saved with its data.\n");
        }
    }

    /** A node whose results and state are those of the folder is not written. */
    private static boolean isChanged(final NodeRun run) {
        return !run.isLoaded() && (run.state() == NodeState.EXECUTED
            || !NodeSaver.savedState(run).equals(run.node().node().savedState()));
    }

    /** The states of metanodes, components and the workflow follow from those of their nodes. */
    private void saveStates(final Workflow workflow) throws IOException {
        for (var node : workflow.nodes()) {
            if (node.content().isPresent()) {
                saveStates(node.content().get());
                if (node.kind() == Kind.COMPONENT) {
                    saveState(node.settingsFile(), node.settings(), state(node.content().get()));
                }
            }
        }
        saveState(workflow.file(), workflow.settings(), state(workflow));
    }

    private void saveVariables(final Map<String, FlowVariable> variables) throws IOException {
        final var file = in(m_session.workflow().file());
        final var settings = SettingsFiles.read(file);
        try {
            final var list = new NodeSettings("workflow_variables");
            if (settings.containsKey(list.getKey())) {
                settings.getNodeSettings(list.getKey()).copyTo(list);
            }
            if (SavedVariables.update(list, variables)) {
                settings.addNodeSettings(list);
                SettingsFiles.write(file, settings);
            }
        } catch (final InvalidSettingsException e) {
            throw new WorkflowException("The workflow variables are damaged: " + e.getMessage(), e);
        }
    }

    private void saveState(final Path file, final NodeSettings settings, final String state) throws IOException {
        if (!state.equals(settings.getString("state", null))) {
            final var changed = copy(settings);
            changed.addString("state", state);
            SettingsFiles.write(in(file), changed);
        }
    }

    private String state(final Workflow workflow) {
        final Set<WorkflowNode> nodes = workflow.allNodes().collect(Collectors.toSet());
        final List<String> states = m_session.runs().stream().filter(r -> nodes.contains(r.node().node()))
            .map(NodeSaver::savedState).toList();
        if (states.stream().allMatch(NodeState.EXECUTED.name()::equals)) {
            return NodeState.EXECUTED.name();
        }
        return states.contains(NodeState.IDLE.name()) ? NodeState.IDLE.name() : NodeState.CONFIGURED.name();
    }

    /** Copies all but the old results of nodes that are written anew. */
    private void copyKept() throws IOException {
        final var source = m_session.workflow().folder();
        final var rewritten = m_session.runs().stream().filter(WorkflowSaver::isChanged)
            .map(r -> r.node().node().folder()).collect(Collectors.toSet());
        try (var paths = Files.walk(source)) {
            for (var path : (Iterable<Path>)paths::iterator) {
                final var isOldResult = rewritten.stream().anyMatch(folder -> path.startsWith(folder)
                    && NodeSaver.isResult(folder.relativize(path).getName(0).toString()));
                if (!isOldResult && !path.getFileName().toString().equals(LOCK)) {
                    if (Files.isDirectory(path)) {
                        Files.createDirectories(in(path));
                    } else {
                        Files.copy(path, in(path), StandardCopyOption.COPY_ATTRIBUTES);
                        in(path).toFile().setWritable(true);
                    }
                }
            }
        }
    }

    private Path in(final Path path) {
        return m_target.resolve(m_session.workflow().folder().relativize(path));
    }

    private static NodeSettings copy(final NodeSettings settings) {
        final var copy = new NodeSettings(settings.getKey());
        settings.copyTo(copy);
        return copy;
    }

    private static boolean isEmptyFolder(final Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
