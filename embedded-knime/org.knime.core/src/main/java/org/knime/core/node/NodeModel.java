package org.knime.core.node;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.message.Message;
import org.knime.core.node.message.MessageBuilder;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.CredentialsProvider;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType;
import org.scelmo.embedded.core.FlowVariables;
import org.scelmo.embedded.core.access.Accessors;
import org.scelmo.embedded.core.access.NodeAccess;

/**
 * What a node does. {@link #configure(PortObjectSpec[])} is called with the specs of the inputs before
 * {@link #execute(PortObject[], ExecutionContext)} is called with the inputs.
 */
public abstract class NodeModel implements AbstractNodeView.ViewableModel {

    static {
        Accessors.register(NodeAccess.class, new NodeAccessImpl());
    }

    private final PortType[] m_inPorts;

    private final PortType[] m_outPorts;

    private final NodeLogger m_logger = NodeLogger.getLogger(getClass());

    private final List<NodeModelWarningListener> m_warningListeners = new CopyOnWriteArrayList<>();

    private Message m_warning;

    private FlowVariables m_variables = new FlowVariables();

    private CredentialsProvider m_credentials = CredentialsProvider.EMPTY_CREDENTIALS_PROVIDER;

    /**
     * A node with tables at all ports.
     *
     * @param nrInDataPorts the number of inputs
     * @param nrOutDataPorts the number of outputs
     */
    protected NodeModel(final int nrInDataPorts, final int nrOutDataPorts) {
        this(tables(nrInDataPorts), tables(nrOutDataPorts));
    }

    protected NodeModel(final PortType[] inPortTypes, final PortType[] outPortTypes) {
        m_inPorts = checked(inPortTypes, "InPortType");
        m_outPorts = checked(outPortTypes, "OutPortType");
    }

    private static PortType[] tables(final int count) {
        final var ports = new PortType[count];
        Arrays.fill(ports, BufferedDataTable.TYPE);
        return ports;
    }

    private static PortType[] checked(final PortType[] ports, final String name) {
        final var copy = ports == null ? new PortType[0] : ports.clone();
        for (var i = 0; i < copy.length; i++) {
            if (copy[i] == null) {
                throw new IllegalArgumentException(name + "[" + i + "] must not be null!");
            }
        }
        return copy;
    }

    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        final var tables = new DataTableSpec[inSpecs.length];
        for (var i = 0; i < tables.length; i++) {
            if (inSpecs[i] != null && !(inSpecs[i] instanceof DataTableSpec)) {
                throw new InvalidSettingsException("Input Port " + i + " does not hold data table specs. Likely reason:"
                    + " wrong version of NodeModel.configure() overwritten!");
            }
            tables[i] = (DataTableSpec)inSpecs[i];
        }
        return configure(tables);
    }

    protected DataTableSpec[] configure(final DataTableSpec[] inSpecs) throws InvalidSettingsException {
        throw new InvalidSettingsException("NodeModel.configure() implementation missing!");
    }

    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec) throws Exception {
        final var tables = new BufferedDataTable[inObjects.length];
        for (var i = 0; i < tables.length; i++) {
            if (inObjects[i] != null && !(inObjects[i] instanceof BufferedDataTable)) {
                throw new IOException("Input port " + i + " does not hold a data table. Likely reason: wrong version of"
                    + " NodeModel.execute() overwritten!");
            }
            tables[i] = (BufferedDataTable)inObjects[i];
        }
        return execute(tables, exec);
    }

    protected BufferedDataTable[] execute(final BufferedDataTable[] inData, final ExecutionContext exec)
        throws Exception {
        throw new IOException("NodeModel.execute() implementation missing!");
    }

    protected abstract void saveSettingsTo(NodeSettingsWO settings);

    protected abstract void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException;

    protected abstract void loadValidatedSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException;

    protected abstract void reset();

    protected abstract void loadInternals(File nodeInternDir, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;

    protected abstract void saveInternals(File nodeInternDir, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;

    protected void validateViewSettings(final NodeSettingsRO viewSettings) throws InvalidSettingsException {
        // for nodes with views
    }

    protected void saveDefaultViewSettingsTo(final NodeSettingsWO viewSettings) {
        // for nodes with views
    }

    protected void onDispose() {
        // for subclasses
    }

    protected final int getNrInPorts() {
        return m_inPorts.length;
    }

    protected final int getNrOutPorts() {
        return m_outPorts.length;
    }

    protected final PortType getInPortType(final int index) {
        return m_inPorts[index];
    }

    protected final PortType getOutPortType(final int index) {
        return m_outPorts[index];
    }

    protected final NodeLogger getLogger() {
        return m_logger;
    }

    protected final CredentialsProvider getCredentialsProvider() {
        return m_credentials;
    }

    final void setCredentials(final CredentialsProvider credentials) {
        m_credentials = credentials;
    }

    protected final MessageBuilder createMessageBuilder() {
        return Message.builder();
    }

    protected final Message getWarning() {
        return m_warning;
    }

    protected final String getWarningMessage() {
        return Message.getSummaryFrom(m_warning);
    }

    protected final void setWarningMessage(final String warningMessage) {
        setWarning(warningMessage == null ? null : Message.fromSummary(warningMessage));
    }

    protected final void setWarning(final Message message) {
        if (!Objects.equals(m_warning, message)) {
            m_warning = message;
            m_warningListeners.forEach(l -> l.warningChanged(message));
        }
    }

    public void addWarningListener(final NodeModelWarningListener listener) {
        m_warningListeners.add(Objects.requireNonNull(listener, "The listener must not be null."));
    }

    public void removeWarningListener(final NodeModelWarningListener listener) {
        m_warningListeners.remove(listener);
    }

    final void setVariables(final FlowVariables variables) {
        m_variables = variables;
    }

    protected final <T> void pushFlowVariable(final String name, final VariableType<T> type, final T value) {
        m_variables.push(new FlowVariable(name, type, value));
    }

    protected final void pushFlowVariableString(final String name, final String value) {
        pushFlowVariable(name, VariableType.StringType.INSTANCE, value);
    }

    protected final void pushFlowVariableDouble(final String name, final double value) {
        pushFlowVariable(name, VariableType.DoubleType.INSTANCE, value);
    }

    protected final void pushFlowVariableInt(final String name, final int value) {
        pushFlowVariable(name, VariableType.IntType.INSTANCE, value);
    }

    /**
     * The value of a variable.
     *
     * @param <T> the type of the value
     * @param name the name of the variable
     * @param type its type or one it can be converted to
     * @return the value
     * @throws NoSuchElementException if there is no such variable
     */
    public final <T> T peekFlowVariable(final String name, final VariableType<T> type) {
        return m_variables.find(name).filter(v -> v.getVariableType().isConvertible(type)).map(v -> v.getValue(type))
            .orElseThrow(() -> new NoSuchElementException("No such variable \"" + name + "\" of type " + type));
    }

    public final String peekFlowVariableString(final String name) {
        return peekFlowVariable(name, VariableType.StringType.INSTANCE);
    }

    public final double peekFlowVariableDouble(final String name) {
        return peekFlowVariable(name, VariableType.DoubleType.INSTANCE);
    }

    public final int peekFlowVariableInt(final String name) {
        return peekFlowVariable(name, VariableType.IntType.INSTANCE);
    }

    /** @return the variables of the given types that this node and the ones before it have pushed, by name */
    public final Map<String, FlowVariable> getAvailableFlowVariables(final VariableType<?>[] types) {
        return filter(m_variables.outgoing(), types);
    }

    /** @return the variables of the given types that the nodes before this one have pushed, by name */
    public final Map<String, FlowVariable> getAvailableInputFlowVariables(final VariableType<?>[] types) {
        return filter(m_variables.incoming(), types);
    }

    private static Map<String, FlowVariable> filter(final Collection<FlowVariable> variables,
        final VariableType<?>[] types) {
        final var found = new LinkedHashMap<String, FlowVariable>();
        variables.stream().filter(v -> List.of(types).contains(v.getVariableType()))
            .forEach(v -> found.put(v.getName(), v));
        return Collections.unmodifiableMap(found);
    }
}
