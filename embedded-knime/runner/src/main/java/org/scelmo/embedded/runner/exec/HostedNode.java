package org.scelmo.embedded.runner.exec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.CredentialsProvider;
import org.knime.core.node.workflow.FlowVariable;
import org.scelmo.embedded.core.FlowVariables;
import org.scelmo.embedded.core.access.NodeAccess;
import org.scelmo.embedded.files.WorkflowFolder;
import org.scelmo.embedded.runner.variables.VariableSettings;

/** A node of an installed bundle: creates its model and calls it as KNIME does. */
public final class HostedNode implements NodeBody {

    private static final NodeAccess ACCESS = NodeAccess.INSTANCE;

    private final NodeFactory<NodeModel> m_factory;

    private final NodeModel m_model;

    private final NodeSettings m_settings;

    private final WorkflowFolder m_workflow;

    private final NodeStores m_stores;

    private final PortType[] m_inTypes;

    private final PortType[] m_outTypes;

    private FlowVariables m_variables = new FlowVariables();

    private List<FlowVariable> m_exposed = List.of();

    private List<PortObjectSpec> m_planned = List.of();

    private volatile NodeProgressMonitor m_monitor;

    /**
     * @param factory a new factory, not yet initialised
     * @param settings the node's {@code settings.xml}
     * @param workflow what relative paths of the node refer to
     * @param credentials the workflow's credentials
     * @param stores where its file stores go
     * @throws InvalidSettingsException if the factory or its ports cannot be set up from the settings
     */
    public HostedNode(final NodeFactory<NodeModel> factory, final NodeSettings settings,
        final WorkflowFolder workflow, final CredentialsProvider credentials, final NodeStores stores)
        throws InvalidSettingsException {
        m_factory = factory;
        m_settings = settings;
        m_workflow = workflow;
        m_stores = stores;
        if (settings.containsKey("factory_settings")) {
            factory.loadAdditionalFactorySettings(settings.getNodeSettings("factory_settings"));
        }
        factory.init();
        m_model = ACCESS.createModel(factory, ports(factory, settings));
        final var types = ACCESS.portsOf(m_model);
        m_inTypes = types[0];
        m_outTypes = types[1];
        ACCESS.setCredentials(m_model, credentials);
    }

    @Override
    public List<Input> inputs() {
        final var inputs = new ArrayList<Input>();
        for (var i = 0; i < m_inTypes.length; i++) {
            inputs.add(new Input(portName(i), m_inTypes[i].isOptional()));
        }
        return inputs;
    }

    @Override
    public int outputCount() {
        return m_outTypes.length;
    }

    @Override
    @SuppressWarnings("try") // the binding ends with the block
    public Plan configure(final List<PortObjectSpec> specs, final Map<String, FlowVariable> variables)
        throws InvalidSettingsException {
        for (var i = 0; i < specs.size(); i++) {
            if (specs.get(i) != null && !m_inTypes[i].acceptsPortObjectSpec(specs.get(i))) {
                throw new InvalidSettingsException("Input port %d (%s) takes %s but is connected to %s".formatted(i + 1,
                    portName(i), m_inTypes[i].getName(), specs.get(i).getClass().getSimpleName()));
            }
        }
        try (var binding = m_workflow.bind()) {
            ACCESS.setWarning(m_model, null);
            m_exposed = loadSettings(variables);
            m_variables = new FlowVariables(variables.values());
            ACCESS.setVariables(m_model, m_variables);
            final var result = ACCESS.configure(m_model, specs.toArray(PortObjectSpec[]::new));
            m_planned = result == null ? Arrays.asList(new PortObjectSpec[m_outTypes.length]) : Arrays.asList(result);
            return new Plan(m_planned, madeVariables(), warnings());
        } catch (final RuntimeException e) {
            throw new InvalidSettingsException("Configure failed: " + Messages.of(e).summary(), e);
        }
    }

    @Override
    @SuppressWarnings("try") // the binding ends with the block
    public Result execute(final List<PortObject> inputs, final Progress progress, final BooleanSupplier canceled)
        throws NodeFailure, InterruptedException {
        final var monitor = new DefaultNodeProgressMonitor();
        monitor.addProgressListener(
            event -> progress.report(event.getNodeProgress().getProgress(), event.getNodeProgress().getMessage()));
        m_monitor = monitor;
        if (canceled.getAsBoolean()) {
            monitor.setExecuteCanceled();
        }
        final var loader = Thread.currentThread().getContextClassLoader();
        try (var binding = m_workflow.bind()) {
            Thread.currentThread().setContextClassLoader(m_factory.getClass().getClassLoader());
            ACCESS.setWarning(m_model, null);
            final var copies = m_stores.copyInputs(inputs);
            final var context = ACCESS.createContext(monitor, m_stores.begin());
            final var objects = ACCESS.execute(m_model, copies.toArray(PortObject[]::new), context);
            final var results = check(objects);
            m_stores.flush(results);
            return new Result(results, madeVariables(), warnings(results));
        } catch (final CanceledExecutionException e) {
            throw interrupted(e);
        } catch (final NodeFailure | InterruptedException e) {
            throw e;
        } catch (final Exception e) {
            if (canceled.getAsBoolean()) {
                throw interrupted(e);
            }
            throw new NodeFailure(Messages.of(e), e);
        } finally {
            Thread.currentThread().setContextClassLoader(loader);
            m_monitor = null;
        }
    }

    @Override
    public void cancel() {
        final var monitor = m_monitor;
        if (monitor != null) {
            monitor.setExecuteCanceled();
        }
    }

    /** @return the file stores of the last execution */
    public NodeStores stores() {
        return m_stores;
    }

    /** @return the model, for what is saved with it */
    public NodeModel model() {
        return m_model;
    }

    /** @return the output port types */
    public List<PortType> outputTypes() {
        return List.of(m_outTypes);
    }

    private static Optional<ModifiableNodeCreationConfiguration> ports(final NodeFactory<NodeModel> factory,
        final NodeSettings settings) throws InvalidSettingsException {
        if (!(factory instanceof ConfigurableNodeFactory<?> configurable)) {
            return Optional.empty();
        }
        final var ports = configurable.createNodeCreationConfig();
        if (settings.containsKey("node_creation_config")) {
            ports.loadSettingsFrom(settings.getNodeSettings("node_creation_config"));
        }
        return Optional.of(ports);
    }

    /** Loads the saved settings with the flow variables put in; a node without saved settings keeps its defaults. */
    private List<FlowVariable> loadSettings(final Map<String, FlowVariable> variables) throws InvalidSettingsException {
        final var exposed = new ArrayList<FlowVariable>();
        if (m_settings.containsKey("model")) {
            final var model = copy("model");
            exposed.addAll(VariableSettings.apply(model, mask("variables"), variables));
            ACCESS.validateSettings(m_model, model);
            ACCESS.loadSettings(m_model, model);
        }
        if (m_settings.containsKey("view")) {
            final var view = copy("view");
            exposed.addAll(VariableSettings.apply(view, mask("view_variables"), variables));
            ACCESS.validateViewSettings(m_model, view);
        }
        return exposed;
    }

    private NodeSettings copy(final String key) throws InvalidSettingsException {
        final var copy = new NodeSettings(key);
        m_settings.getNodeSettings(key).copyTo(copy);
        return copy;
    }

    private NodeSettingsRO mask(final String key) throws InvalidSettingsException {
        return m_settings.containsKey(key) ? m_settings.getNodeSettings(key) : null;
    }

    private List<PortObject> check(final PortObject[] objects) throws NodeFailure {
        for (var i = 0; i < m_outTypes.length; i++) {
            if (objects[i] == null || objects[i].getSpec() == null) {
                throw new NodeFailure(NodeMessage.of("The node made no data for its output port %d".formatted(i + 1)),
                    null);
            }
            if (!m_outTypes[i].getPortObjectClass().isInstance(objects[i])) {
                throw new NodeFailure(NodeMessage.of("The data at output port %d are a %s, not a %s".formatted(i + 1,
                    objects[i].getClass().getName(), m_outTypes[i].getPortObjectClass().getName())), null);
            }
        }
        return Arrays.asList(objects);
    }

    private Map<String, FlowVariable> madeVariables() {
        final var made = new LinkedHashMap<String, FlowVariable>();
        m_exposed.forEach(v -> made.put(v.getName(), v));
        put(made, m_variables.pushed());
        return made;
    }

    private static void put(final Map<String, FlowVariable> target, final Collection<FlowVariable> variables) {
        variables.forEach(v -> target.put(v.getName(), v));
    }

    private List<NodeMessage> warnings() {
        final var warning = ACCESS.warningOf(m_model);
        return warning == null ? List.of() : List.of(Messages.of(warning));
    }

    private List<NodeMessage> warnings(final List<PortObject> results) {
        final var warnings = new ArrayList<>(warnings());
        SpecCheck.warning(m_planned, results).ifPresent(warnings::add);
        return warnings;
    }

    private String portName(final int index) {
        final var name = m_factory.getInportName(index);
        return name == null || name.isBlank() ? m_inTypes[index].getName() : name;
    }

    private static InterruptedException interrupted(final Exception cause) {
        final var interrupted = new InterruptedException("Canceled");
        interrupted.initCause(cause);
        return interrupted;
    }
}
