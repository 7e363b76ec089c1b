package org.scelmo.embedded.runner.sample;

import java.io.IOException;

import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Writes the number of rows of a table into a file store. */
public final class StoreNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Store").icon("./store.png") //
        .shortDescription("Stores a text.").fullDescription("Stores a text.").sinceVersion(0, 1, 0) //
        .ports(p -> p.addInputTable("Table", "Any table.").addOutputPort("Text", "The text.", TextPortObject.TYPE)) //
        .model(m -> m.withoutParameters().configure((in, out) -> out.setOutSpec(0, new TextPortObjectSpec()))
            .execute((in, out) -> {
                try {
                    out.setOutData(0, TextPortObject.write(in.getExecutionContext().createFileStore("text"),
                        "rows: " + in.getInTable(0).size()));
                } catch (final IOException e) {
                    throw new KNIMEException(e.getMessage(), e);
                }
            })) //
        .nodeType(NodeType.Other);

    public StoreNodeFactory() {
        super(NODE);
    }
}
