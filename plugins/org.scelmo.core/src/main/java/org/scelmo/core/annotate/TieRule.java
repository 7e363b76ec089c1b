package org.scelmo.core.annotate;

/** Which of several labels with equally many votes wins. */
public enum TieRule {
    /** The one met first in ascending distance: what scELMo's published numbers follow. */
    NEAREST_FIRST,
    /** The one first in the order of the alphabet: what scikit-learn's KNeighborsClassifier does. */
    ALPHABETICAL
}
