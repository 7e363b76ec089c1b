package org.scelmo.embedded.runner.model;

/**
 * A wire. Port indices are the real ones: 0 is the flow variable port of a node or component, data ports start at 1;
 * the ports of a metanode, and of a workflow's own border, start at 0.
 *
 * @param source id of the node it starts at, {@link #BORDER} for an input of the enclosing metanode
 * @param sourcePort its output port
 * @param target id of the node it ends at, {@link #BORDER} for an output of the enclosing metanode
 * @param targetPort its input port
 */
public record Connection(int source, int sourcePort, int target, int targetPort) {

    /** Stands for the border of the workflow that holds the connection. */
    public static final int BORDER = -1;
}
