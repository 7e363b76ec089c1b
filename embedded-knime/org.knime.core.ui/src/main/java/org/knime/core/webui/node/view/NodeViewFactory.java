package org.knime.core.webui.node.view;

import org.knime.core.node.NodeModel;
import org.knime.core.node.wizard.page.WizardPageContribution;

/**
 * A node factory whose nodes may have a view.
 *
 * @param <T> the nodes' model
 */
public interface NodeViewFactory<T extends NodeModel> extends WizardPageContribution {

    /**
     * @param nodeModel the model of an executed node
     * @return its view
     */
    NodeView createNodeView(T nodeModel);
}
