package org.scelmo.core.enrich;

import java.util.List;

/**
 * How a set of genes compares with the chosen genes. Only genes of the background count.
 *
 * @param set the set as it is in its source
 * @param size how many of its genes are in the background (K)
 * @param genes chosen genes that are in the set (k of them), as the list names them and in its order
 * @param expected how many would be by chance: n·K / N
 * @param oddsRatio odds of being in the set among chosen genes, over the odds among the other genes of the background;
 *            infinite if no other gene is in the set or no chosen gene is outside of it, NaN if both parts are zero
 * @param logP natural logarithm of the probability of so many genes of the set or more by chance
 * @param q p adjusted by Benjamini and Hochberg over all sets that were tested
 */
public record EnrichedSet(GeneSet set, int size, List<String> genes, double expected, double oddsRatio, double logP,
    double q) {

    /** @return number of chosen genes in the set (k) */
    public int overlap() {
        return genes.size();
    }

    /** @return overlap over what is expected; NaN if nothing is expected */
    public double fold() {
        return overlap() / expected;
    }

    /** @return the probability of so many genes of the set or more by chance; 0 if below 1e-323 */
    public double p() {
        return Math.exp(logP);
    }

    /** @return −log10 of p, also where p is too small for a number */
    public double minusLog10P() {
        return logP == 0 ? 0 : -logP / Math.log(10);
    }
}
