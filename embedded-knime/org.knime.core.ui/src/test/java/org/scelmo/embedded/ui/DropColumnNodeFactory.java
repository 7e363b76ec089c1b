package org.scelmo.embedded.ui;

import org.knime.core.data.container.ColumnRearranger;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node made for tests: removes the first column. */
final class DropColumnNodeFactory extends DefaultNodeFactory {

    DropColumnNodeFactory() {
        super(DefaultNode.create().name("Drop Column").icon("none.png").shortDescription("Removes a column.")
            .fullDescription("Removes the first column.").sinceVersion(0, 1, 0)
            .ports(p -> p.addInputTable("In", "A table.").addOutputTable("Out", "Without its first column."))
            .model(m -> m.withoutParameters().rearrangeColumns((in, out) -> {
                final var rearranger = new ColumnRearranger(in.getDataTableSpec());
                rearranger.remove(0);
                out.setColumnRearranger(rearranger);
            })));
    }
}
