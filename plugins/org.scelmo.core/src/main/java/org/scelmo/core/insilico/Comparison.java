package org.scelmo.core.insilico;

/** How the score of a gene is compared with those of genes that are expressed alike; one-sided, high scores count. */
public enum Comparison {
    /** p is its rank among them. If all genes are asked for, each p is as frequent as any other, and q stays near 1. */
    RANK,
    /** Is its score above their mean, or do only these cells make it so? By the standard error over bootstraps. */
    BOOTSTRAP
}
