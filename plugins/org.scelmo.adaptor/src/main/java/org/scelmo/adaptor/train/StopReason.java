package org.scelmo.adaptor.train;

/** Why training ended. */
public enum StopReason {
    /** All epochs are done. */
    EPOCHS,
    /** Evaluations did not get better any more. */
    PATIENCE,
    /** The loss left all bounds; those kept from before stay. */
    DIVERGED,
    /** Asked to stop early; the weights kept so far stay. */
    STOPPED
}
