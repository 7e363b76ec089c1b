package org.scelmo.embedded.ui.model;

import java.io.File;
import java.util.Optional;

import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** Runs a node that was declared by a {@link org.knime.node.DefaultNode}. */
public final class DefaultNodeModel extends NodeModel implements PortObjectHolder {

    private final Behaviour m_behaviour;

    private final PortType[] m_inTypes;

    private final PortType[] m_outTypes;

    private final ParametersHolder m_parameters;

    private final ParametersHolder m_viewParameters;

    private PortObjectSpec[] m_inSpecs;

    private PortObject[] m_internalObjects;

    /**
     * @param behaviour what the node does
     * @param viewParametersClass class of its view's parameters, if it has any
     * @param inTypes types of its inputs
     * @param outTypes types of its outputs
     */
    public DefaultNodeModel(final Behaviour behaviour,
        final Optional<Class<? extends NodeParameters>> viewParametersClass, final PortType[] inTypes,
        final PortType[] outTypes) {
        super(inTypes, outTypes);
        m_behaviour = behaviour;
        m_inTypes = inTypes;
        m_outTypes = outTypes;
        m_parameters = new ParametersHolder(behaviour.parametersClass());
        m_viewParameters = new ParametersHolder(viewParametersClass.orElse(null));
    }

    @Override
    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        m_inSpecs = inSpecs;
        m_parameters.createIfAbsent(new PortsInput(m_inTypes, m_outTypes, inSpecs));
        final var call = new ConfigureCall(m_parameters.get(), inSpecs, m_outTypes, this::setWarningMessage);
        m_behaviour.configure(call, call);
        return call.outSpecs();
    }

    @Override
    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec) throws Exception {
        final var call = new ExecuteCall(m_parameters.get(), inObjects, m_outTypes, exec, this::setWarningMessage);
        m_behaviour.execute(call, call);
        m_internalObjects = call.internalObjects();
        return call.outObjects();
    }

    @Override
    protected void reset() {
        m_internalObjects = null;
    }

    @Override
    public PortObject[] getInternalPortObjects() {
        return m_internalObjects;
    }

    @Override
    public void setInternalPortObjects(final PortObject[] portObjects) {
        m_internalObjects = portObjects;
    }

    @Override
    protected void saveSettingsTo(final NodeSettingsWO settings) {
        m_parameters.save(settings);
    }

    @Override
    protected void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        m_parameters.validate(settings);
    }

    @Override
    protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        m_parameters.load(settings);
    }

    @Override
    protected void validateViewSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        m_viewParameters.validate(settings);
    }

    /** Defaults of the view, with what the last known input lets guess. */
    @Override
    protected void saveDefaultViewSettingsTo(final NodeSettingsWO settings) {
        m_viewParameters.saveDefaults(
            Optional.ofNullable(m_inSpecs).map(specs -> new PortsInput(m_inTypes, m_outTypes, specs)), settings);
    }

    @Override
    protected void loadInternals(final File nodeInternDir, final ExecutionMonitor exec) {
        // data for views are port objects, which the framework saves
    }

    @Override
    protected void saveInternals(final File nodeInternDir, final ExecutionMonitor exec) {
        // data for views are port objects, which the framework saves
    }
}
