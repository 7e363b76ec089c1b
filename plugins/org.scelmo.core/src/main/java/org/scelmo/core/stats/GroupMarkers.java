package org.scelmo.core.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The tests of all genes between one group of cells and others. Arrays have an entry per gene.
 *
 * @param group its name
 * @param cells number of its cells
 * @param others number of cells it was compared with
 * @param scores z of the rank sum, or t; positive where the group has more; infinite only if neither side varies
 * @param pValues two-sided; 0 where below 1e-308
 * @param adjusted p values of Benjamini and Hochberg over all genes
 * @param logFoldChanges log2 of the ratio of expm1 of the mean in the group to that in the others, each plus 1e-9, as
 *            scanpy; NaN where there is no such logarithm, as of scaled data
 * @param fractions of cells of the group whose value is not zero
 * @param otherFractions the same of the others
 */
public record GroupMarkers(String group, int cells, int others, double[] scores, double[] pValues, double[] adjusted,
    double[] logFoldChanges, double[] fractions, double[] otherFractions) {

    /** @return zero-based genes by falling score; those of the same score in their order */
    public int[] ranking() {
        return IntStream.range(0, scores.length).boxed().sorted(Comparator.comparingDouble(j -> -scores[j]))
            .mapToInt(Integer::intValue).toArray();
    }
}
