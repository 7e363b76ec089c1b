package org.scelmo.embedded.core.sample;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.util.CheckUtils;
import org.knime.core.node.workflow.CredentialsProvider;

/** A sample node: one table in, one table out; what it does is given by the test. */
public final class CountingModel extends NodeModel implements PortObjectHolder {

    /** What configure does. */
    public interface Configure {
        PortObjectSpec[] apply(CountingModel model, PortObjectSpec[] specs) throws InvalidSettingsException;
    }

    /** What execute does. */
    public interface Execute {
        PortObject[] apply(CountingModel model, PortObject[] inputs, ExecutionContext exec) throws Exception;
    }

    private final Configure m_configure;

    private final Execute m_execute;

    private String m_setting = "default";

    private int m_resets;

    private boolean m_disposed;

    private PortObject[] m_internals;

    CountingModel(final PortType[] inputs, final PortType[] outputs, final Configure configure,
        final Execute execute) {
        super(inputs, outputs);
        m_configure = configure;
        m_execute = execute;
    }

    public String setting() {
        return m_setting;
    }

    public int resets() {
        return m_resets;
    }

    public boolean isDisposed() {
        return m_disposed;
    }

    /** Makes a warning from outside. */
    public void warn(final Message message) {
        setWarning(message);
    }

    /** Makes a variable from outside. */
    public void push(final String name, final int value) {
        pushFlowVariableInt(name, value);
    }

    public CredentialsProvider credentials() {
        return getCredentialsProvider();
    }

    @Override
    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        return m_configure.apply(this, inSpecs);
    }

    @Override
    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec) throws Exception {
        return m_execute.apply(this, inObjects, exec);
    }

    @Override
    protected void saveSettingsTo(final NodeSettingsWO settings) {
        settings.addString("setting", m_setting);
    }

    @Override
    protected void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        CheckUtils.checkSetting(!settings.getString("setting").isEmpty(), "The setting is empty.");
    }

    @Override
    protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        m_setting = settings.getString("setting");
    }

    @Override
    protected void reset() {
        m_resets++;
    }

    @Override
    protected void onDispose() {
        m_disposed = true;
    }

    @Override
    protected void saveInternals(final File nodeInternDir, final ExecutionMonitor exec) throws IOException {
        Files.writeString(nodeInternDir.toPath().resolve("setting.txt"), m_setting);
    }

    @Override
    protected void loadInternals(final File nodeInternDir, final ExecutionMonitor exec) throws IOException {
        m_setting = Files.readString(nodeInternDir.toPath().resolve("setting.txt"));
    }

    @Override
    public PortObject[] getInternalPortObjects() {
        return m_internals;
    }

    @Override
    public void setInternalPortObjects(final PortObject[] portObjects) {
        m_internals = portObjects;
    }
}
