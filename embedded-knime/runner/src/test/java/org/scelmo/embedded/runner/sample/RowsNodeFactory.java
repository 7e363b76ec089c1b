package org.scelmo.embedded.runner.sample;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** Makes rows, with a mistake if told so. */
public final class RowsNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Rows").icon("./rows.png") //
        .shortDescription("Makes rows.").fullDescription("Makes <b>rows</b> of a text and a number.") //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p.addOutputTable("Table", "The rows.")) //
        .model(m -> m.parametersClass(Parameters.class).configure(RowsNodeFactory::configure)
            .execute(RowsNodeFactory::execute)) //
        .nodeType(NodeType.Source);

    public RowsNodeFactory() {
        super(NODE);
    }

    /** The settings. */
    public static final class Parameters implements NodeParameters {

        int m_rows = 3;

        String m_text = "a";

        String m_mistake = "";
    }

    static DataTableSpec spec(final String column) {
        return new DataTableSpec(new DataColumnSpecCreator(column, StringCell.TYPE).createSpec(),
            new DataColumnSpecCreator("number", IntCell.TYPE).createSpec());
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final Parameters parameters = in.getParameters();
        if (parameters.m_rows < 0) {
            throw new InvalidSettingsException("The number of rows must not be negative.");
        }
        out.setOutSpec(0, spec("text"));
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final Parameters parameters = in.getParameters();
        if (parameters.m_mistake.equals("fail")) {
            throw KNIMEException.of(Message.fromSummaryWithResolution("It went wrong.", "Choose no mistake."));
        }
        final var other = parameters.m_mistake.equals("spec");
        final var container = in.getExecutionContext().createDataContainer(spec(other ? "other" : "text"));
        for (var r = 0; r < parameters.m_rows; r++) {
            in.getExecutionContext().checkCanceled();
            in.getExecutionContext().setProgress(r / (double)parameters.m_rows, "row " + r);
            final var key = parameters.m_mistake.equals("duplicate") ? "Row0" : "Row" + r;
            container.addRowToTable(new DefaultRow(key, new StringCell(parameters.m_text), new IntCell(r)));
        }
        container.close();
        out.setOutData(0, container.getTable());
    }
}
