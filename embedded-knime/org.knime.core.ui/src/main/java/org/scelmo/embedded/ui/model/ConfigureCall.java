package org.scelmo.embedded.ui.model;

import java.util.Arrays;
import java.util.function.Consumer;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.parameters.NodeParameters;

/** What one configuration gets and sets. */
final class ConfigureCall implements ConfigureInput, ConfigureOutput {

    private final NodeParameters m_parameters;

    private final PortObjectSpec[] m_inSpecs;

    private final PortType[] m_outTypes;

    private final PortObjectSpec[] m_outSpecs;

    private final Consumer<String> m_warning;

    ConfigureCall(final NodeParameters parameters, final PortObjectSpec[] inSpecs, final PortType[] outTypes,
        final Consumer<String> warning) {
        m_parameters = parameters;
        m_inSpecs = inSpecs;
        m_outTypes = outTypes;
        m_outSpecs = new PortObjectSpec[outTypes.length];
        m_warning = warning;
    }

    PortObjectSpec[] outSpecs() {
        return m_outSpecs;
    }

    @Override
    @SuppressWarnings("unchecked") // the node knows its parameters class
    public <S extends NodeParameters> S getParameters() {
        return (S)m_parameters;
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return m_inSpecs;
    }

    @Override
    @SuppressWarnings("unchecked") // the node knows its ports
    public <S extends PortObjectSpec> S getInPortSpec(final int index) {
        return (S)m_inSpecs[index];
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Arrays.copyOf(m_inSpecs, m_inSpecs.length, DataTableSpec[].class);
    }

    @Override
    public DataTableSpec getInTableSpec(final int portIndex) {
        return (DataTableSpec)m_inSpecs[portIndex];
    }

    @Override
    public PortType[] getOutPortTypes() {
        return m_outTypes;
    }

    @Override
    public <S extends PortObjectSpec> void setOutSpec(final int index, final S spec) {
        m_outSpecs[index] = spec;
    }

    @Override
    @SafeVarargs
    @SuppressWarnings("varargs") // only passed on
    public final <S extends PortObjectSpec> void setOutSpecs(final S... specs) {
        System.arraycopy(specs, 0, m_outSpecs, 0, specs.length);
    }

    @Override
    public void setWarningMessage(final String message) {
        m_warning.accept(message);
    }
}
