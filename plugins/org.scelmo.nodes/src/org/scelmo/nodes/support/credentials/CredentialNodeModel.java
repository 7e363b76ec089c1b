package org.scelmo.nodes.support.credentials;

import java.io.File;
import java.util.List;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.node.parameters.NodeParameters;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.credentials.CredentialNode.Execution;
import org.scelmo.nodes.support.credentials.CredentialNode.Port;

/**
 * Runs a node of its data sheet. Parameters are made once, when the node is first configured, and kept until a workflow
 * or a dialog brings others.
 *
 * @param <P> the node's parameters
 */
public final class CredentialNodeModel<P extends NodeParameters> extends NodeModel
    implements PortObjectHolder {

    private final CredentialNode<P> m_node;

    private P m_parameters;

    /** The outputs, for the view. */
    private PortObject[] m_shown;

    CredentialNodeModel(final CredentialNode<P> node) {
        super(types(node.inputs()), types(node.outputs()));
        m_node = node;
    }

    private static PortType[] types(final List<Port> ports) {
        return ports.stream().map(Port::type).toArray(PortType[]::new);
    }

    @Override
    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        if (m_parameters == null) {
            m_parameters = NodeParametersUtil.createSettings(m_node.parameters(), inSpecs);
        }
        m_parameters.validate();
        return m_node.configure().configure(m_parameters, inSpecs, keys());
    }

    @Override
    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec)
        throws CanceledExecutionException, KNIMEException {
        final var outputs = new PortObject[m_node.outputs().size()];
        Messages.translate(() -> {
            final var made = m_node.execute()
                .execute(new Execution<>(m_parameters, inObjects, keys(), exec, this::setWarningMessage));
            System.arraycopy(made, 0, outputs, 0, outputs.length);
        });
        m_shown = m_node.view().isPresent() ? outputs : null;
        return outputs;
    }

    /** @return what the view starts with */
    Object viewData() {
        return m_node.view().orElseThrow().data().apply(m_parameters, m_shown);
    }

    @Override
    public PortObject[] getInternalPortObjects() {
        return m_shown; // NOSONAR null means none
    }

    @Override
    public void setInternalPortObjects(final PortObject[] portObjects) {
        m_shown = portObjects; // NOSONAR KNIME hands over what it read
    }

    private Keys keys() {
        return new Keys(getCredentialsProvider());
    }

    @Override
    protected void saveSettingsTo(final NodeSettingsWO settings) {
        final var parameters =
            m_parameters == null ? NodeParametersUtil.createSettings(m_node.parameters()) : m_parameters;
        NodeParametersUtil.saveSettings(m_node.parameters(), parameters, settings);
    }

    @Override
    protected void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        NodeParametersUtil.loadSettings(settings, m_node.parameters()).validate();
    }

    @Override
    protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        m_parameters = NodeParametersUtil.loadSettings(settings, m_node.parameters());
    }

    @Override
    protected void reset() {
        m_shown = null;
    }

    @Override
    protected void loadInternals(final File nodeInternDir, final ExecutionMonitor exec) {
        // KNIME itself saves what is kept for the view
    }

    @Override
    protected void saveInternals(final File nodeInternDir, final ExecutionMonitor exec) {
        // KNIME itself saves what is kept for the view
    }
}
