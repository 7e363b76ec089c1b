package org.scelmo.embedded.ui.model;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOrRearrangerConsumer;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultModel.RearrangeColumnsInput;
import org.knime.node.DefaultModel.RearrangeColumnsOutput;
import org.knime.node.parameters.NodeParameters;

/**
 * A node that only changes columns of its one table.
 *
 * @param parametersClass class of the parameters, null if there are none
 * @param rearrange gives the output's columns
 */
public record RearrangeBehaviour(Class<? extends NodeParameters> parametersClass,
    ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrange) implements Behaviour {

    @Override
    public void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        output.setOutSpec(0, rearranger(input.getParameters(), input.getInTableSpec(0)).createSpec());
    }

    @Override
    public void execute(final ExecuteInput input, final ExecuteOutput output)
        throws InvalidSettingsException, CanceledExecutionException {
        final var table = input.getInTable(0);
        final var rearranger = rearranger(input.getParameters(), table.getDataTableSpec());
        final var exec = input.getExecutionContext();
        output.setOutData(0, exec.createColumnRearrangeTable(table, rearranger, exec));
    }

    private ColumnRearranger rearranger(final NodeParameters parameters, final DataTableSpec spec)
        throws InvalidSettingsException {
        final var rearrangers = new ColumnRearranger[1];
        rearrange.accept(new RearrangeColumnsInput() {
            @Override
            @SuppressWarnings("unchecked") // the node knows its parameters class
            public <S extends NodeParameters> S getParameters() {
                return (S)parameters;
            }

            @Override
            public DataTableSpec getDataTableSpec() {
                return spec;
            }
        }, rearranger -> rearrangers[0] = rearranger);
        if (rearrangers[0] == null) {
            throw new InvalidSettingsException("The node has not said which columns its output has.");
        }
        return rearrangers[0];
    }
}
