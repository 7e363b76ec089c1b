package org.scelmo.embedded.ui.model;

import java.util.Arrays;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParametersInput;

/** What is known of a node's ports, for parameters and dialogs. */
public final class PortsInput implements NodeParametersInput {

    private final PortType[] m_inTypes;

    private final PortType[] m_outTypes;

    private final PortObjectSpec[] m_specs;

    private final PortObject[] m_objects;

    /**
     * @param inTypes types of the inputs
     * @param outTypes types of the outputs
     * @param specs a spec for each input, null where nothing is known
     */
    public PortsInput(final PortType[] inTypes, final PortType[] outTypes, final PortObjectSpec... specs) {
        if (inTypes.length != specs.length) {
            throw new IllegalArgumentException(
                "The node has " + inTypes.length + " inputs, but " + specs.length + " specs were given.");
        }
        m_inTypes = inTypes.clone();
        m_outTypes = outTypes.clone();
        m_specs = specs.clone();
        m_objects = new PortObject[inTypes.length];
    }

    @Override
    public PortType[] getInPortTypes() {
        return m_inTypes.clone();
    }

    @Override
    public PortType[] getOutPortTypes() {
        return m_outTypes.clone();
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return m_specs.clone();
    }

    @Override
    public Optional<PortObjectSpec> getInPortSpec(final int portIndex) {
        return Optional.ofNullable(m_specs[portIndex]);
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Arrays.copyOf(m_specs, m_specs.length, DataTableSpec[].class);
    }

    @Override
    public Optional<DataTableSpec> getInTableSpec(final int portIndex) {
        return getInPortSpec(portIndex).map(DataTableSpec.class::cast);
    }

    @Override
    public PortObject[] getInPortObjects() {
        return m_objects.clone();
    }

    @Override
    public Optional<PortObject> getInPortObject(final int portIndex) {
        return Optional.ofNullable(m_objects[portIndex]);
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return Arrays.copyOf(m_objects, m_objects.length, BufferedDataTable[].class);
    }

    @Override
    public Optional<BufferedDataTable> getInTable(final int portIndex) {
        return getInPortObject(portIndex).map(BufferedDataTable.class::cast);
    }
}
