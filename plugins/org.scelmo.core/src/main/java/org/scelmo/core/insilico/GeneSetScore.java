package org.scelmo.core.insilico;

/**
 * What the deletion of a set of genes does. NaN where not known or not asked for.
 *
 * @param after cosine of the groups' mean vectors after the deletion (CS_new)
 * @param score after − before: positive if the groups come closer
 * @param low lower bound of the score's bootstrap interval
 * @param high its upper bound
 * @param p share of the random sets with at least this score, the set counting itself as one of them
 * @param q p adjusted by Benjamini and Hochberg over all sets asked for
 * @param matched how many random sets it was compared to
 * @param matchedMean mean of their scores
 */
public record GeneSetScore(double after, double score, double low, double high, double p, double q, int matched,
    double matchedMean) {

    /** @return whether the paper would call a gene with this score a candidate target */
    public boolean isCandidate() {
        return score > DeletionScore.THRESHOLD;
    }
}
