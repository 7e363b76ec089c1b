package org.scelmo.embedded.runner.sample;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.LongCell;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Counts the rows of a table. */
public final class CountNodeFactory extends DefaultNodeFactory {

    private static final DataTableSpec SPEC =
        new DataTableSpec(new DataColumnSpecCreator("count", LongCell.TYPE).createSpec());

    private static final DefaultNode NODE = DefaultNode.create().name("Count").icon("./count.png") //
        .shortDescription("Counts rows.").fullDescription("Counts the rows of a table.").sinceVersion(0, 1, 0) //
        .ports(p -> p.addInputTable("Rows", "Any table.").addOutputTable("Count", "One row with the count.")) //
        .model(m -> m.withoutParameters().configure((in, out) -> out.setOutSpec(0, SPEC)).execute((in, out) -> {
            final var container = in.getExecutionContext().createDataContainer(SPEC);
            container.addRowToTable(new DefaultRow("Row0", new LongCell(in.getInTable(0).size())));
            container.close();
            out.setOutData(0, container.getTable());
        })) //
        .nodeType(NodeType.Manipulator);

    public CountNodeFactory() {
        super(NODE);
    }
}
