package org.scelmo.embedded.ui.model;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOrRearrangerConsumer;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.NodeParameters;

/**
 * A node with functions of its own for configuration and execution.
 *
 * @param parametersClass class of the parameters, null if there are none
 * @param configureFunction checks the input and gives the output's specs
 * @param executeFunction does the work
 */
public record StandardBehaviour(Class<? extends NodeParameters> parametersClass,
    ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configureFunction, ExecuteConsumer executeFunction)
    implements Behaviour {

    @Override
    public void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        configureFunction.accept(input, output);
    }

    @Override
    public void execute(final ExecuteInput input, final ExecuteOutput output)
        throws CanceledExecutionException, KNIMEException {
        executeFunction.accept(input, output);
    }
}
