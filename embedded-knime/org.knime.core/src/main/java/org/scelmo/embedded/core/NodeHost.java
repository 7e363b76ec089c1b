package org.scelmo.embedded.core;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.inactive.InactiveBranchPortObjectSpec;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.ICredentials;
import org.knime.core.node.workflow.NodeMessage;
import org.knime.core.node.workflow.NodeProgressListener;
import org.scelmo.embedded.core.access.CredentialsAccess;
import org.scelmo.embedded.core.access.NodeAccess;
import org.scelmo.embedded.core.filestore.FileStoreFolder;
import org.scelmo.embedded.core.filestore.FileStoreRepository;

/**
 * Runs one node as KNIME does, without a workflow. Typical use:
 *
 * <pre>
 * try (var node = NodeHost.create(new MyNodeFactory())) {
 *     node.loadSettings(settings);           // optional: NodeSettings as in the "model" part of settings.xml
 *     node.configure(table.getSpec());       // false: see node.message()
 *     node.execute(table);                   // false: see node.message()
 *     var out = (BufferedDataTable)node.output(0);
 * }
 * </pre>
 *
 * <p>Ports are counted without the flow variable port. {@link #execute} runs in the calling thread; {@link #cancel} may
 * be called from any other. As in KNIME, inputs that are no tables are copied through their serializer for each
 * execution, outputs are checked, and what goes wrong becomes the node's {@link #message()}.
 */
public final class NodeHost implements AutoCloseable {

    private static final NodeAccess ACCESS = NodeAccess.INSTANCE;

    private final NodeFactory<?> m_factory;

    private final NodeModel m_model;

    private final PortType[] m_inputTypes;

    private final PortType[] m_outputTypes;

    private final Deque<NodeProgressListener> m_listeners = new ArrayDeque<>();

    private NodeStores m_stores = NodeStores.temporary();

    private Collection<FlowVariable> m_incoming = List.of();

    private Collection<? extends ICredentials> m_credentials = List.of();

    private FlowVariables m_variables = new FlowVariables();

    private PortObjectSpec[] m_specs;

    private PortObject[] m_outputs;

    private NodeMessage m_message = NodeMessage.NONE;

    private volatile NodeState m_state = NodeState.IDLE;

    private NodeExecution m_execution;

    private NodeHost(final NodeFactory<?> factory, final Optional<ModifiableNodeCreationConfiguration> ports) {
        m_factory = factory;
        m_model = ACCESS.createModel(factory, ports);
        final var types = ACCESS.portsOf(m_model);
        m_inputTypes = types[0];
        m_outputTypes = types[1];
        clearPorts();
    }

    /**
     * A node with the ports it has when it is new.
     *
     * @param factory its factory
     * @return the node, not configured
     */
    public static NodeHost create(final NodeFactory<?> factory) {
        factory.init();
        return new NodeHost(factory, ports(factory));
    }

    /**
     * A node with the ports that were saved with it.
     *
     * @param factory its factory
     * @param creationConfig the part "node_creation_config" of its settings.xml
     * @return the node, not configured
     * @throws InvalidSettingsException if the saved ports do not fit the factory
     */
    public static NodeHost create(final NodeFactory<?> factory, final NodeSettingsRO creationConfig)
        throws InvalidSettingsException {
        factory.init();
        final var ports = ports(factory);
        if (ports.isPresent()) {
            ports.get().loadSettingsFrom(creationConfig);
        }
        return new NodeHost(factory, ports);
    }

    private static Optional<ModifiableNodeCreationConfiguration> ports(final NodeFactory<?> factory) {
        return factory instanceof ConfigurableNodeFactory<?> configurable
            ? Optional.of(configurable.createNodeCreationConfig()) : Optional.empty();
    }

    public NodeFactory<?> factory() {
        return m_factory;
    }

    public NodeModel model() {
        return m_model;
    }

    public PortType[] inputTypes() {
        return m_inputTypes.clone();
    }

    public PortType[] outputTypes() {
        return m_outputTypes.clone();
    }

    public NodeState state() {
        return m_state;
    }

    /** @return what the node has to say: error, warning, or {@link NodeMessage#NONE} */
    public NodeMessage message() {
        return m_message;
    }

    /**
     * Adds somebody who hears about progress.
     *
     * @param listener the listener
     */
    public void addProgressListener(final NodeProgressListener listener) {
        m_listeners.add(listener);
    }

    /**
     * Sets where new file stores go: a folder for each execution below the parent, known to the repository.
     *
     * @param repository finds the stores of all nodes
     * @param parent gives the parent folder
     */
    public void setFileStores(final FileStoreRepository repository, final Supplier<Path> parent) {
        m_stores = new NodeStores(repository, parent);
    }

    /** @return the file stores of the last execution, empty if there was none */
    public Optional<FileStoreFolder> fileStores() {
        return m_stores.current();
    }

    /**
     * Sets the variables that come from the nodes before this one.
     *
     * @param variables the variables
     */
    public void setVariables(final Collection<FlowVariable> variables) {
        m_incoming = List.copyOf(variables);
        giveCredentials();
    }

    /** @return the variables that the node has pushed, and those it sees */
    public FlowVariables variables() {
        return m_variables;
    }

    /**
     * Sets the credentials of the workflow; the node also gets those of flow variables.
     *
     * @param credentials the credentials
     */
    public void setCredentials(final Collection<? extends ICredentials> credentials) {
        m_credentials = List.copyOf(credentials);
        giveCredentials();
    }

    private void giveCredentials() {
        ACCESS.setCredentials(m_model, CredentialsAccess.INSTANCE.create(m_credentials, m_incoming));
    }

    /**
     * Validates and loads settings.
     *
     * @param settings the part "model" of settings.xml
     * @throws InvalidSettingsException if the node refuses them
     */
    public void loadSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        ACCESS.validateSettings(m_model, settings);
        ACCESS.loadSettings(m_model, settings);
    }

    /**
     * Writes the node's settings.
     *
     * @param settings where to
     */
    public void saveSettings(final NodeSettingsWO settings) {
        ACCESS.saveSettings(m_model, settings);
    }

    /**
     * Configures the node.
     *
     * @param inputs the specs of its inputs, null for ports that are not connected or not known
     * @return whether it can be executed; if not, {@link #message()} may say why
     */
    public boolean configure(final PortObjectSpec... inputs) {
        InputCheck.checkCount(m_inputTypes, inputs.length);
        m_message = NodeMessage.NONE;
        m_state = NodeState.IDLE;
        m_specs = new PortObjectSpec[m_outputTypes.length];
        for (var i = 0; i < inputs.length; i++) {
            if (inputs[i] == null && !m_inputTypes[i].isOptional()) {
                return false;
            }
        }
        if (Arrays.stream(inputs).anyMatch(InactiveBranchPortObjectSpec.class::isInstance)) {
            Arrays.fill(m_specs, InactiveBranchPortObjectSpec.INSTANCE);
            m_state = NodeState.CONFIGURED;
            return true;
        }
        try {
            InputCheck.checkSpecs(m_inputTypes, inputs);
            begin();
            final var specs = ACCESS.configure(m_model, inputs.clone());
            m_specs = specs != null && specs.length == m_specs.length ? specs.clone() : m_specs;
            m_message = NodeMessages.warning(ACCESS.warningOf(m_model));
            m_state = NodeState.CONFIGURED;
            return true;
        } catch (final InvalidSettingsException e) {
            m_message = NodeMessages.warning(NodeMessages.ofConfigure(e));
        } catch (final RuntimeException | Error e) { // as in KNIME: whatever a node throws, the workflow goes on
            m_message = NodeMessages.error(NodeMessages.ofConfigure(e), e);
        }
        return false;
    }

    private void begin() {
        m_variables = new FlowVariables(m_incoming);
        ACCESS.setVariables(m_model, m_variables);
        ACCESS.setWarning(m_model, null);
    }

    /** @return the spec at an output, null if it is not known */
    public PortObjectSpec outputSpec(final int port) {
        return m_specs[port];
    }

    /** @return the object at an output, null if the node is not executed */
    public PortObject output(final int port) {
        return m_outputs[port];
    }

    /**
     * Executes the node.
     *
     * @param inputs its inputs, null for ports that are not connected
     * @return whether it has outputs now; if not, {@link #message()} says why and the node is reset
     * @throws IllegalStateException if it is not configured
     */
    public boolean execute(final PortObject... inputs) {
        InputCheck.checkCount(m_inputTypes, inputs.length);
        final NodeExecution execution;
        synchronized (this) {
            if (m_state != NodeState.CONFIGURED) {
                throw new IllegalStateException("The node is " + m_state + ", only configured nodes can be executed.");
            }
            m_state = NodeState.EXECUTING;
            m_message = NodeMessage.NONE;
            execution =
                new NodeExecution(m_model, m_outputTypes, m_specs, m_stores.renew(), List.copyOf(m_listeners));
            m_execution = execution;
        }
        begin();
        final var succeeded = execution.run(inputs);
        synchronized (this) {
            m_execution = null;
            m_message = execution.message();
            if (succeeded) {
                m_outputs = execution.outputs();
                m_specs = execution.specs();
                m_state = NodeState.EXECUTED;
            } else {
                ACCESS.reset(m_model);
                m_stores.drop();
                m_state = NodeState.CONFIGURED;
            }
        }
        return succeeded;
    }

    /** Cancels the execution that runs now: the node is told and its thread interrupted. */
    public synchronized void cancel() {
        if (m_execution != null) {
            m_execution.cancel();
        }
    }

    /** Drops the outputs; the node is configured again. */
    public synchronized void reset() {
        if (m_state == NodeState.EXECUTING) {
            throw new IllegalStateException("The node is executing; cancel it first.");
        }
        ACCESS.reset(m_model);
        m_message = NodeMessage.NONE;
        m_outputs = new PortObject[m_outputTypes.length];
        m_stores.drop();
        m_state = m_state == NodeState.EXECUTED ? NodeState.CONFIGURED : m_state;
    }

    private void clearPorts() {
        m_specs = new PortObjectSpec[m_outputTypes.length];
        m_outputs = new PortObject[m_outputTypes.length];
    }

    /** @return the port objects that the node keeps for its views, null if it keeps none */
    public PortObject[] internals() {
        return m_model instanceof PortObjectHolder holder ? holder.getInternalPortObjects() : null;
    }

    /**
     * Puts the node into the state in which it was saved.
     *
     * @param outputs its outputs
     * @param internals the port objects that it kept, null if none
     * @param stores the file stores that it had created, null if none
     */
    public synchronized void restore(final PortObject[] outputs, final PortObject[] internals,
        final FileStoreFolder stores) {
        m_outputs = outputs.clone();
        m_specs = Arrays.stream(outputs).map(o -> o == null ? null : o.getSpec()).toArray(PortObjectSpec[]::new);
        if (internals != null && m_model instanceof PortObjectHolder holder) {
            holder.setInternalPortObjects(internals.clone());
        }
        if (stores != null) {
            m_stores.restore(stores);
        }
        m_state = NodeState.EXECUTED;
    }

    /**
     * Lets the node write what it keeps in its own files.
     *
     * @param folder an existing folder
     * @throws IOException if it cannot be written
     * @throws CanceledExecutionException if canceled
     */
    public void saveInternals(final Path folder) throws IOException, CanceledExecutionException {
        ACCESS.saveInternals(m_model, folder.toFile(), new ExecutionMonitor());
    }

    /**
     * Lets the node read what it wrote.
     *
     * @param folder the folder
     * @throws IOException if it cannot be read
     * @throws CanceledExecutionException if canceled
     */
    public void loadInternals(final Path folder) throws IOException, CanceledExecutionException {
        ACCESS.loadInternals(m_model, folder.toFile(), new ExecutionMonitor());
    }

    /** Gives the node up, with its file stores. */
    @Override
    public synchronized void close() {
        cancel();
        ACCESS.dispose(m_model);
        m_stores.drop();
        clearPorts();
        m_state = NodeState.IDLE;
    }
}
