package org.scelmo.embedded.core.access;

import java.io.File;
import java.io.IOException;
import java.util.Optional;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.CredentialsProvider;
import org.scelmo.embedded.core.FlowVariables;
import org.scelmo.embedded.core.filestore.FileStoreSource;

/** Access to what KNIME's framework calls on node factories and models. */
public interface NodeAccess {

    /** The access. */
    NodeAccess INSTANCE = Accessors.get(NodeAccess.class, NodeModel.class);

    /**
     * Creates the model of a node.
     *
     * @param factory the factory, initialised
     * @param config the node's ports, empty if the factory has fixed ones
     * @return a new model
     */
    NodeModel createModel(NodeFactory<?> factory, Optional<ModifiableNodeCreationConfiguration> config);

    /** @return the description of the factory, null if it is not initialised */
    NodeDescription description(NodeFactory<?> factory);

    /** @return the input and output ports of the model */
    PortType[][] portsOf(NodeModel model);

    void validateSettings(NodeModel model, NodeSettingsRO settings) throws InvalidSettingsException;

    void loadSettings(NodeModel model, NodeSettingsRO settings) throws InvalidSettingsException;

    void saveSettings(NodeModel model, NodeSettingsWO settings);

    void validateViewSettings(NodeModel model, NodeSettingsRO settings) throws InvalidSettingsException;

    void saveDefaultViewSettings(NodeModel model, NodeSettingsWO settings);

    PortObjectSpec[] configure(NodeModel model, PortObjectSpec[] specs) throws InvalidSettingsException;

    PortObject[] execute(NodeModel model, PortObject[] inputs, ExecutionContext exec) throws Exception;

    void reset(NodeModel model);

    void dispose(NodeModel model);

    void loadInternals(NodeModel model, File folder, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;

    void saveInternals(NodeModel model, File folder, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;

    /** Clears the warning, so that the next one is heard even if it says the same. */
    void setWarning(NodeModel model, Message message);

    Message warningOf(NodeModel model);

    /** Gives the model the variables it can see and takes those it pushes. */
    void setVariables(NodeModel model, FlowVariables variables);

    void setCredentials(NodeModel model, CredentialsProvider credentials);

    ExecutionContext createContext(NodeProgressMonitor progress, FileStoreSource stores);
}
