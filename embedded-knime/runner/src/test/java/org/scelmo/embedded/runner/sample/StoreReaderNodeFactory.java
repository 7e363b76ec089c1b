package org.scelmo.embedded.runner.sample;

import java.io.IOException;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Reads what {@link StoreNodeFactory} wrote. */
public final class StoreReaderNodeFactory extends DefaultNodeFactory {

    private static final DataTableSpec SPEC =
        new DataTableSpec(new DataColumnSpecCreator("text", StringCell.TYPE).createSpec());

    private static final DefaultNode NODE = DefaultNode.create().name("Store Reader").icon("./reader.png") //
        .shortDescription("Reads a text.").fullDescription("Reads a text.").sinceVersion(0, 1, 0) //
        .ports(p -> p.addInputPort("Text", "A text.", TextPortObject.TYPE).addOutputTable("Table", "The text.")) //
        .model(m -> m.withoutParameters().configure((in, out) -> out.setOutSpec(0, SPEC)).execute((in, out) -> {
            final TextPortObject text = in.getInPortObject(0);
            final var container = in.getExecutionContext().createDataContainer(SPEC);
            try {
                container.addRowToTable(new DefaultRow("Row0", new StringCell(text.text())));
            } catch (final IOException e) {
                throw new KNIMEException(e.getMessage(), e);
            }
            container.close();
            out.setOutData(0, container.getTable());
        })) //
        .nodeType(NodeType.Other);

    public StoreReaderNodeFactory() {
        super(NODE);
    }
}
