package org.knime.core.node;

import java.io.File;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;

import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.CredentialsProvider;
import org.scelmo.embedded.core.FlowVariables;
import org.scelmo.embedded.core.access.NodeAccess;
import org.scelmo.embedded.core.filestore.FileStoreSource;

/** Opens factories and models to the host. */
final class NodeAccessImpl implements NodeAccess {

    @Override
    public NodeModel createModel(final NodeFactory<?> factory,
        final Optional<ModifiableNodeCreationConfiguration> config) {
        return config.isPresent() ? factory.createNodeModel(config.get()) : factory.createNodeModel();
    }

    @Override
    public NodeDescription description(final NodeFactory<?> factory) {
        return factory.description();
    }

    @Override
    public PortType[][] portsOf(final NodeModel model) {
        return new PortType[][]{ //
            IntStream.range(0, model.getNrInPorts()).mapToObj(model::getInPortType).toArray(PortType[]::new),
            IntStream.range(0, model.getNrOutPorts()).mapToObj(model::getOutPortType).toArray(PortType[]::new)};
    }

    @Override
    public void validateSettings(final NodeModel model, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        model.validateSettings(settings);
    }

    @Override
    public void loadSettings(final NodeModel model, final NodeSettingsRO settings) throws InvalidSettingsException {
        model.loadValidatedSettingsFrom(settings);
    }

    @Override
    public void saveSettings(final NodeModel model, final NodeSettingsWO settings) {
        model.saveSettingsTo(settings);
    }

    @Override
    public void validateViewSettings(final NodeModel model, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        model.validateViewSettings(settings);
    }

    @Override
    public void saveDefaultViewSettings(final NodeModel model, final NodeSettingsWO settings) {
        model.saveDefaultViewSettingsTo(settings);
    }

    @Override
    public PortObjectSpec[] configure(final NodeModel model, final PortObjectSpec[] specs)
        throws InvalidSettingsException {
        return model.configure(specs);
    }

    @Override
    public PortObject[] execute(final NodeModel model, final PortObject[] inputs, final ExecutionContext exec)
        throws Exception {
        return model.execute(inputs, exec);
    }

    @Override
    public void reset(final NodeModel model) {
        model.reset();
    }

    @Override
    public void dispose(final NodeModel model) {
        model.onDispose();
    }

    @Override
    public void loadInternals(final NodeModel model, final File folder, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        model.loadInternals(folder, exec);
    }

    @Override
    public void saveInternals(final NodeModel model, final File folder, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        model.saveInternals(folder, exec);
    }

    @Override
    public void setWarning(final NodeModel model, final Message message) {
        model.setWarning(message);
    }

    @Override
    public Message warningOf(final NodeModel model) {
        return model.getWarning();
    }

    @Override
    public void setVariables(final NodeModel model, final FlowVariables variables) {
        model.setVariables(variables);
    }

    @Override
    public void setCredentials(final NodeModel model, final CredentialsProvider credentials) {
        model.setCredentials(credentials);
    }

    @Override
    public ExecutionContext createContext(final NodeProgressMonitor progress, final FileStoreSource stores) {
        return new ExecutionContext(progress, stores);
    }
}
