package org.scelmo.embedded.runner.exec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.ICredentials;
import org.knime.core.node.workflow.NodeMessage.Type;
import org.scelmo.embedded.core.NodeHost;
import org.scelmo.embedded.core.access.NodeAccess;
import org.scelmo.embedded.core.filestore.FileStoreRepository;
import org.scelmo.embedded.files.WorkflowFolder;
import org.scelmo.embedded.runner.variables.VariableSettings;

/** A node of an installed bundle, with its saved settings and the workflow around it. */
public final class HostedNode implements NodeBody {

    private final NodeHost m_host;

    private final NodeSettings m_settings;

    private final WorkflowFolder m_workflow;

    private final List<FlowVariable> m_exposed = new ArrayList<>();

    private final List<String> m_uncontrolled = new ArrayList<>();

    private volatile Progress m_progress = (fraction, message) -> {
        // nobody listens before the first execution
    };

    /**
     * What a workflow gives its nodes.
     *
     * @param folder what relative paths refer to
     * @param credentials the workflow's credentials
     * @param stores all file stores of the workflow
     * @param scratch a temporary folder for new file stores
     */
    public record Surroundings(WorkflowFolder folder, List<ICredentials> credentials, FileStoreRepository stores,
        Path scratch) {
    }

    /**
     * @param factory a new factory, not yet initialised
     * @param settings the node's {@code settings.xml}
     * @param workflow what the workflow gives the node
     * @throws InvalidSettingsException if the factory or its ports cannot be set up from the settings
     */
    public HostedNode(final NodeFactory<NodeModel> factory, final NodeSettings settings, final Surroundings workflow)
        throws InvalidSettingsException {
        m_settings = settings;
        m_workflow = workflow.folder();
        if (settings.containsKey("factory_settings")) {
            factory.loadAdditionalFactorySettings(settings.getNodeSettings("factory_settings"));
        }
        m_host = settings.containsKey("node_creation_config")
            ? NodeHost.create(factory, settings.getNodeSettings("node_creation_config")) : NodeHost.create(factory);
        m_host.setCredentials(workflow.credentials());
        m_host.setFileStores(workflow.stores(), workflow::scratch);
        m_host.addProgressListener(event -> m_progress.report(event.getNodeProgress().getProgress(),
            event.getNodeProgress().getMessage()));
    }

    /** @return the node itself */
    public NodeHost host() {
        return m_host;
    }

    @Override
    public List<Input> inputs() {
        final var inputs = new ArrayList<Input>();
        for (var i = 0; i < m_host.inputTypes().length; i++) {
            final var name = m_host.factory().getInportName(i);
            final var type = m_host.inputTypes()[i];
            inputs.add(new Input(name == null || name.isBlank() ? type.getName() : name, type.isOptional()));
        }
        return inputs;
    }

    @Override
    public int outputCount() {
        return m_host.outputTypes().length;
    }

    @Override
    @SuppressWarnings("try") // the binding ends with the block
    public Plan configure(final List<PortObjectSpec> specs, final Map<String, FlowVariable> variables)
        throws InvalidSettingsException {
        try (var binding = m_workflow.bind()) {
            loadSettings(variables);
            m_host.setVariables(variables.values());
            if (!m_host.configure(specs.toArray(PortObjectSpec[]::new))) {
                final var message = Message.fromNodeMessage(m_host.message());
                if (message != null && !message.getSummary().isBlank()) {
                    throw message.toInvalidSettingsException();
                }
                throw new InvalidSettingsException("The node cannot be configured with these inputs");
            }
            final var planned = new PortObjectSpec[outputCount()];
            Arrays.setAll(planned, m_host::outputSpec);
            return new Plan(Arrays.asList(planned), madeVariables(), warnings());
        }
    }

    @Override
    @SuppressWarnings("try") // the binding ends with the block
    public Result execute(final List<PortObject> inputs, final Progress progress, final BooleanSupplier canceled)
        throws NodeFailure, InterruptedException {
        m_progress = progress;
        final var loader = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(m_host.factory().getClass().getClassLoader());
        try (var binding = m_workflow.bind()) {
            if (m_host.execute(inputs.toArray(PortObject[]::new))) {
                final var results = new PortObject[outputCount()];
                Arrays.setAll(results, m_host::output);
                return new Result(Arrays.asList(results), madeVariables(), warnings());
            }
            if (canceled.getAsBoolean() || m_host.message().getMessageType() != Type.ERROR) {
                throw new InterruptedException("Canceled");
            }
            throw new NodeFailure(NodeMessage.of(m_host.message()), null);
        } finally {
            Thread.currentThread().setContextClassLoader(loader);
        }
    }

    @Override
    public void cancel() {
        m_host.cancel();
    }

    /** Loads the saved settings with the flow variables put in; a node without saved settings keeps its defaults. */
    private void loadSettings(final Map<String, FlowVariable> variables) throws InvalidSettingsException {
        m_exposed.clear();
        m_uncontrolled.clear();
        final var model = overwritten("model", "variables", variables);
        if (model.isPresent()) {
            m_host.loadSettings(model.get());
        }
        final var view = overwritten("view", "view_variables", variables);
        if (view.isPresent()) {
            NodeAccess.INSTANCE.validateViewSettings(m_host.model(), view.get());
        }
    }

    private Optional<NodeSettings> overwritten(final String key, final String maskKey,
        final Map<String, FlowVariable> variables) throws InvalidSettingsException {
        if (!m_settings.containsKey(key)) {
            return Optional.empty();
        }
        final var copy = new NodeSettings(key);
        m_settings.getNodeSettings(key).copyTo(copy);
        final NodeSettingsRO mask = m_settings.containsKey(maskKey) ? m_settings.getNodeSettings(maskKey) : null;
        final var applied = VariableSettings.apply(copy, mask, variables);
        m_exposed.addAll(applied.exposed());
        m_uncontrolled.addAll(applied.unknown());
        return Optional.of(copy);
    }

    private Map<String, FlowVariable> madeVariables() {
        final var made = new LinkedHashMap<String, FlowVariable>();
        m_exposed.forEach(v -> made.put(v.getName(), v));
        m_host.variables().pushed().forEach(v -> made.put(v.getName(), v));
        return made;
    }

    private List<NodeMessage> warnings() {
        final var warnings = new ArrayList<NodeMessage>();
        if (m_host.message().getMessageType() == Type.WARNING) {
            warnings.add(NodeMessage.of(m_host.message()));
        }
        if (!m_uncontrolled.isEmpty()) {
            warnings.add(new NodeMessage("Flow variables control settings the node does not have: "
                + String.join(", ", m_uncontrolled), List.of(), List.of("Remove them in the node's dialog.")));
        }
        return warnings;
    }
}
