package org.scelmo.core.insilico;

/**
 * What the deletion of a gene does. NaN where not known or not asked for.
 *
 * @param gene column of X
 * @param after cosine of the groups' mean vectors after the deletion (CS_new)
 * @param score after − before: positive if the groups come closer
 * @param low lower bound of the score's bootstrap interval
 * @param high its upper bound
 * @param p share of the matched genes with at least this score, each gene counting itself as one of them
 * @param q p adjusted by Benjamini and Hochberg over all genes asked for
 * @param matched how many genes of similar expression it was compared to
 * @param matchedMean mean of their scores
 */
public record DeletionScore(int gene, double after, double score, double low, double high, double p, double q,
    int matched, double matchedMean) {

    /** From this score on the paper calls a gene a candidate target. */
    public static final double THRESHOLD = 1e-4;

    /** @return whether the paper would call the gene a candidate target */
    public boolean isCandidate() {
        return score > THRESHOLD;
    }
}
