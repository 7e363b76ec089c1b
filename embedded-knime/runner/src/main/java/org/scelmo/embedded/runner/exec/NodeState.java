package org.scelmo.embedded.runner.exec;

/** Where a node stands. */
public enum NodeState {

    /** Settings or inputs are missing. */
    IDLE,
    /** Ready to run as soon as its inputs have data. */
    CONFIGURED,
    /** Running. */
    EXECUTING,
    /** Done; its outputs have data. */
    EXECUTED,
    /** Could not be run or ended with an error. */
    FAILED,
    /** Stopped on request. */
    CANCELED,
    /** No installed bundle provides it. */
    MISSING;

    /** @return whether nothing more will happen to the node */
    boolean isFinal() {
        return this == EXECUTED || this == FAILED || this == CANCELED || this == MISSING;
    }
}
