package org.scelmo.adaptor.train;

/** How much the classes weigh in the cross-entropy. */
public enum ClassWeighting {
    /** Each cell the same: what is published. */
    NONE,
    /** Each class the same, however few cells it has. */
    BALANCED
}
