package org.scelmo.core.stats;

/** How the expression of a gene is compared between two groups of cells. */
public enum MarkerTest {
    /** Wilcoxon's rank sum in its normal approximation, without correction for ties: scanpy's default. */
    WILCOXON,
    /** The same with the variance corrected for ties, as scipy's {@code mannwhitneyu} without continuity correction. */
    WILCOXON_TIE_CORRECTED,
    /** Welch's t test. */
    WELCH_T,
    /** Welch's t test that takes the others to be as few as the group: scanpy's {@code t-test_overestim_var}. */
    WELCH_T_OVERESTIMATED_VARIANCE;

    boolean isRankSum() {
        return this == WILCOXON || this == WILCOXON_TIE_CORRECTED;
    }
}
