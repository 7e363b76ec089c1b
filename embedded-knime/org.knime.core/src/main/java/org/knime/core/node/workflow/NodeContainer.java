package org.knime.core.node.workflow;

/** A node in a workflow. */
public abstract class NodeContainer implements NodeContainerStateObservable, NodeProgressListener {

    NodeContainer() {
    }

    @Override
    public void progressChanged(final NodeProgressEvent pe) {
        // nobody listens here
    }
}
