package org.scelmo.embedded.runner.sample;

import org.knime.core.node.CanceledExecutionException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** Hands a table on, slowly; reports progress that also goes back. */
public final class SlowNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Slow").icon("./slow.png") //
        .shortDescription("Takes its time.").fullDescription("Takes its time.").sinceVersion(0, 1, 0) //
        .ports(p -> p.addInputTable("Table", "Any table.").addOutputTable("Same table", "The same table.")) //
        .model(m -> m.parametersClass(Parameters.class)
            .configure((in, out) -> out.setOutSpec(0, in.getInTableSpec(0))).execute(SlowNodeFactory::execute)) //
        .nodeType(NodeType.Other);

    public SlowNodeFactory() {
        super(NODE);
    }

    /** The settings. */
    public static final class Parameters implements NodeParameters {

        int m_steps = 10;
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out) throws CanceledExecutionException {
        final Parameters parameters = in.getParameters();
        for (var step = 0; step < parameters.m_steps; step++) {
            in.getExecutionContext().checkCanceled();
            in.getExecutionContext().setProgress(step / (double)parameters.m_steps, "step " + step);
            in.getExecutionContext().setProgress(step / (2.0 * parameters.m_steps), "a step back");
            try {
                Thread.sleep(2);
            } catch (final InterruptedException e) {
                throw new CanceledExecutionException();
            }
        }
        out.setOutData(0, in.getInTable(0));
    }
}
