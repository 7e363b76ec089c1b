package org.scelmo.embedded.core;

/** How far a node is. */
public enum NodeState {
    /** Not configured: inputs are unknown or the settings do not fit them. */
    IDLE,
    /** Ready to run. */
    CONFIGURED,
    /** Running now. */
    EXECUTING,
    /** Has outputs. */
    EXECUTED
}
