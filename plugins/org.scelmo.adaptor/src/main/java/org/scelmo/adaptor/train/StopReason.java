package org.scelmo.adaptor.train;

/** Why training ended. */
public enum StopReason {
    /** All epochs are done. */
    EPOCHS,
    /** Evaluations did not get better any more. */
    PATIENCE,
    /** The loss left all bounds; the best weights from before are kept. */
    DIVERGED,
    /** Asked to stop early; the best weights so far are kept. */
    STOPPED
}
