package org.knime.core.node.workflow;

/** A node in a workflow that is no metanode. */
public abstract class SingleNodeContainer extends NodeContainer {

    SingleNodeContainer() {
    }
}
