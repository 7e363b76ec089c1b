package org.scelmo.embedded.runner.builtin;

import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeView;

/** Stands in for KNIME's Table Creator: makes the table that its settings hold. */
public final class TableCreatorNodeFactory extends NodeFactory<TableCreatorNodeModel> {

    @Override
    public TableCreatorNodeModel createNodeModel() {
        return new TableCreatorNodeModel();
    }

    @Override
    protected NodeDescription createNodeDescription() {
        return new BuiltinDescription("Table Creator", "Makes a table from the values in its settings.", "Table",
            "The table as its settings hold it.");
    }

    @Override
    protected int getNrNodeViews() {
        return 0;
    }

    @Override
    @Deprecated
    public NodeView<TableCreatorNodeModel> createNodeView(final int viewIndex, final TableCreatorNodeModel nodeModel) {
        return null;
    }

    @Override
    @Deprecated
    protected boolean hasDialog() {
        return false;
    }

    @Override
    @Deprecated
    protected NodeDialogPane createNodeDialogPane() {
        return null;
    }
}
