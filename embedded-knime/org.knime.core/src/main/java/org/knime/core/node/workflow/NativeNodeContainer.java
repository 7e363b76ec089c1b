package org.knime.core.node.workflow;

import org.knime.core.node.NodeModel;

/** A node in a workflow that is neither metanode nor component. */
public class NativeNodeContainer extends SingleNodeContainer {

    private final NodeModel m_model;

    NativeNodeContainer(final NodeModel model) {
        m_model = model;
    }

    public NodeModel getNodeModel() {
        return m_model;
    }
}
