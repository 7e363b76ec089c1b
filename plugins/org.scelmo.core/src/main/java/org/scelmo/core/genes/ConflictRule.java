package org.scelmo.core.genes;

/** What happens to genes that get the same new name. */
public enum ConflictRule {
    /** They become one gene; its values are their sums. */
    SUM,
    /** The gene with the largest sum of expression stays; the others are removed. */
    KEEP_MOST_EXPRESSED,
    /** All stay; all but the best found get a number, as in {@code name-1}. */
    NUMBER
}
