package org.knime.core.webui.node.dialog.defaultdialog;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.CredentialsProvider;
import org.knime.core.node.workflow.FlowObjectStack;
import org.knime.node.parameters.NodeParametersInput;
import org.scelmo.embedded.ui.model.PortsInput;

/** What a dialog knows of its node: the ports, and the credentials that reach it. */
public final class NodeParametersInputImpl implements NodeParametersInput {

    private final PortsInput m_ports;

    private final CredentialsProvider m_credentials;

    private NodeParametersInputImpl(final PortsInput ports, final CredentialsProvider credentials) {
        m_ports = ports;
        m_credentials = credentials;
    }

    /**
     * What is known of a node.
     *
     * @param inPortTypes types of the inputs
     * @param specs a spec for each input, null where nothing is known
     * @param stack the variables that reach the node; not used here
     * @param credentialsProvider the credentials that reach it, null if unknown
     * @return the same for parameters
     */
    public static NodeParametersInput createDefaultNodeSettingsContext(final PortType[] inPortTypes,
        final PortObjectSpec[] specs, final FlowObjectStack stack, final CredentialsProvider credentialsProvider) {
        return new NodeParametersInputImpl(new PortsInput(inPortTypes, new PortType[0], specs), credentialsProvider);
    }

    /** @return the credentials that reach the node, empty if they are not known */
    public Optional<CredentialsProvider> getCredentialsProvider() {
        return Optional.ofNullable(m_credentials);
    }

    @Override
    public PortType[] getInPortTypes() {
        return m_ports.getInPortTypes();
    }

    @Override
    public PortType[] getOutPortTypes() {
        return m_ports.getOutPortTypes();
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return m_ports.getInPortSpecs();
    }

    @Override
    public Optional<PortObjectSpec> getInPortSpec(final int portIndex) {
        return m_ports.getInPortSpec(portIndex);
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return m_ports.getInTableSpecs();
    }

    @Override
    public Optional<DataTableSpec> getInTableSpec(final int portIndex) {
        return m_ports.getInTableSpec(portIndex);
    }

    @Override
    public PortObject[] getInPortObjects() {
        return m_ports.getInPortObjects();
    }

    @Override
    public Optional<PortObject> getInPortObject(final int portIndex) {
        return m_ports.getInPortObject(portIndex);
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return m_ports.getInTables();
    }

    @Override
    public Optional<BufferedDataTable> getInTable(final int portIndex) {
        return m_ports.getInTable(portIndex);
    }
}
