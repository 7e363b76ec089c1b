package org.knime.core.node.workflow;

import java.util.EventObject;

/** Says that the progress of a node has changed. */
public class NodeProgressEvent extends EventObject {

    private static final long serialVersionUID = 1;

    private final transient NodeProgress m_progress;

    public NodeProgressEvent(final NodeID src, final NodeProgress pe) {
        super(src);
        m_progress = pe;
    }

    @Override
    public NodeID getSource() {
        return (NodeID)super.getSource();
    }

    public NodeProgress getNodeProgress() {
        return m_progress;
    }
}
