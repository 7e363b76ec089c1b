package org.scelmo.core.insilico;

/** In which cells genes are deleted. */
public enum DeletedIn {
    /** In both groups, as published. */
    BOTH,
    /** In the disease group only, the control group stays as it was measured. */
    DISEASE
}
