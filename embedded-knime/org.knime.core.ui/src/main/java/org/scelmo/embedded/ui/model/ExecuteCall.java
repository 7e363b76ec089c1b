package org.scelmo.embedded.ui.model;

import java.util.Arrays;
import java.util.function.Consumer;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.NodeParameters;

/** What one execution gets and sets. */
final class ExecuteCall implements ExecuteInput, ExecuteOutput {

    private final NodeParameters m_parameters;

    private final PortObject[] m_inObjects;

    private final PortType[] m_outTypes;

    private final ExecutionContext m_context;

    private final PortObject[] m_outObjects;

    private final Consumer<String> m_warning;

    private PortObject[] m_internal;

    ExecuteCall(final NodeParameters parameters, final PortObject[] inObjects, final PortType[] outTypes,
        final ExecutionContext context, final Consumer<String> warning) {
        m_parameters = parameters;
        m_inObjects = inObjects;
        m_outTypes = outTypes;
        m_context = context;
        m_outObjects = new PortObject[outTypes.length];
        m_warning = warning;
    }

    PortObject[] outObjects() {
        return m_outObjects;
    }

    PortObject[] internalObjects() {
        return m_internal;
    }

    @Override
    @SuppressWarnings("unchecked") // the node knows its parameters class
    public <S extends NodeParameters> S getParameters() {
        return (S)m_parameters;
    }

    @Override
    public PortObject[] getInPortObjects() {
        return m_inObjects;
    }

    @Override
    @SuppressWarnings("unchecked") // the node knows its ports
    public <D extends PortObject> D getInPortObject(final int portIndex) {
        return (D)m_inObjects[portIndex];
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return Arrays.copyOf(m_inObjects, m_inObjects.length, BufferedDataTable[].class);
    }

    @Override
    public BufferedDataTable getInTable(final int portIndex) {
        return (BufferedDataTable)m_inObjects[portIndex];
    }

    @Override
    public ExecutionContext getExecutionContext() {
        return m_context;
    }

    @Override
    public PortType[] getOutPortTypes() {
        return m_outTypes;
    }

    @Override
    public <D extends PortObject> void setOutData(final int index, final D data) {
        m_outObjects[index] = data;
    }

    @Override
    @SafeVarargs
    @SuppressWarnings("varargs") // only passed on
    public final <D extends PortObject> void setOutData(final D... data) {
        System.arraycopy(data, 0, m_outObjects, 0, data.length);
    }

    @Override
    @SafeVarargs
    @SuppressWarnings("varargs") // only passed on
    public final <D extends PortObject> void setInternalData(final D... data) {
        m_internal = data;
    }

    @Override
    public void setWarningMessage(final String message) {
        m_warning.accept(message);
    }
}
