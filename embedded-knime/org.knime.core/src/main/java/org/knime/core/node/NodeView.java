package org.knime.core.node;

import org.knime.core.node.message.Message;

/**
 * A Swing view on a node; only the type exists here.
 *
 * @param <T> the model it shows
 */
public abstract class NodeView<T extends NodeModel> extends AbstractNodeView<T> implements NodeModelWarningListener {

    protected NodeView(final T nodeModel) {
        super(nodeModel);
    }

    protected T getNodeModel() {
        return getViewableModel();
    }

    @Override
    public void warningChanged(final Message warning) {
        // nothing is shown
    }
}
