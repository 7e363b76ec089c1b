package org.scelmo.embedded.ui.model;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.NodeParameters;

/** What a node does, whichever way it was declared. */
public interface Behaviour {

    /** @return class of the node's parameters, null if it has none */
    Class<? extends NodeParameters> parametersClass();

    /**
     * @param input what is known
     * @param output gets the specs
     * @throws InvalidSettingsException if the node cannot be executed like this
     */
    void configure(ConfigureInput input, ConfigureOutput output) throws InvalidSettingsException;

    /**
     * @param input the data
     * @param output gets the results
     * @throws InvalidSettingsException if the parameters do not fit the data
     * @throws CanceledExecutionException if the user cancels
     * @throws KNIMEException if the node fails
     */
    void execute(ExecuteInput input, ExecuteOutput output)
        throws InvalidSettingsException, CanceledExecutionException, KNIMEException;
}
