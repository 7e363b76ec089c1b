package org.scelmo.core.annotate;

/** How cells predicted to be {@link KnnLabelTransfer#UNASSIGNED} enter a {@link ClassificationReport}. */
public enum UnassignedRule {
    /** As a label like any other: a wrong answer, and a class of its own in the macro mean. What scikit-learn does. */
    OWN_CLASS,
    /** As a wrong answer, but not as a class in the macro mean. */
    WRONG,
    /** Not at all: only the assigned cells are scored. */
    LEFT_OUT
}
