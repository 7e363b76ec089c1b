package org.knime.core.node.workflow;

/** What travels from node to node beside the data. */
abstract class FlowObject {
}
