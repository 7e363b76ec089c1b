package org.knime.core.node.workflow;

/** Something in a workflow that has a state. */
public interface NodeContainerStateObservable {
}
