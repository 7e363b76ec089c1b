package org.scelmo.core.preprocess;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/**
 * How strongly, and in how many cells, each group expresses each gene: what a dot plot shows. Cells without a group are
 * left out.
 *
 * @param groups names
 * @param sizes number of cells of each group
 * @param mean mean expression, groups × genes, over all cells of the group
 * @param fraction share of the group's cells with a value above 0, groups × genes
 */
public record GroupExpression(List<String> groups, int[] sizes, double[][] mean, double[][] fraction) {

    /** More can be neither drawn nor held for all genes. */
    public static final int MAX_GROUPS = 200;

    private static final int BLOCK = 4096;

    /**
     * Reads X once; memory is that of two numbers per group and gene.
     *
     * @param x expression, cells × genes
     * @param groups of the cells
     * @param progress told of the cells read
     * @throws IOException if X cannot be read
     * @throws ScelmoException if there are no groups or more than {@value #MAX_GROUPS}
     * @throws org.scelmo.core.matrix.NonFiniteValueException if X holds NaN or infinity
     */
    public static GroupExpression of(final RowBlocks x, final Groups groups, final Progress progress)
        throws IOException {
        if (groups.count() == 0 || groups.count() > MAX_GROUPS) {
            throw new ScelmoException(String.format(Locale.ROOT, "There are %,d groups of cells; 1 to %d can be shown.",
                groups.count(), MAX_GROUPS), "Choose another annotation.");
        }
        final var mean = new double[groups.count()][x.columns()];
        final var fraction = new double[groups.count()][x.columns()];
        try (var cursor = x.open()) {
            int row = 0;
            for (var block = cursor.next(BLOCK); block != null; block = cursor.next(BLOCK)) {
                progress.checkCanceled();
                for (int i = 0; i < block.rows(); i++) {
                    Values.checkFinite(row, block, i);
                    final int group = groups.of()[row++];
                    if (group >= 0) {
                        add(block, i, mean[group], fraction[group]);
                    }
                }
                final int done = row;
                progress.update((double)done / x.rows(),
                    () -> String.format(Locale.ROOT, "Mean expression: cell %,d of %,d", done, x.rows()));
            }
        }
        final var sizes = groups.sizes();
        for (int g = 0; g < sizes.length; g++) {
            for (int j = 0; j < x.columns(); j++) {
                mean[g][j] /= sizes[g];
                fraction[g][j] /= sizes[g];
            }
        }
        return new GroupExpression(groups.names(), sizes, mean, fraction);
    }

    private static void add(final CsrMatrix block, final int row, final double[] sums, final double[] above) {
        for (int e = block.begin(row); e < block.end(row); e++) {
            sums[block.indices()[e]] += block.values()[e];
            above[block.indices()[e]] += block.values()[e] > 0 ? 1 : 0;
        }
    }

    /**
     * Genes that tell groups apart at a glance: those whose mean in a group is most above that in any other.
     *
     * @param perGroup at most so many for each group, in the order of the groups; fewer if fewer are above
     * @return zero-based positions of the genes, without duplicates
     */
    public int[] distinct(final int perGroup) {
        final var chosen = new LinkedHashSet<Integer>();
        for (int g = 0; g < mean.length; g++) {
            final int group = g;
            final List<Integer> above = new ArrayList<>();
            final var lead = IntStream.range(0, mean[g].length).mapToDouble(j -> lead(group, j)).toArray();
            for (int j = 0; j < lead.length; j++) {
                if (lead[j] > 0) {
                    above.add(j);
                }
            }
            above.sort(Comparator.comparingDouble(j -> -lead[j]));
            chosen.addAll(above.subList(0, Math.min(perGroup, above.size())));
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private double lead(final int group, final int gene) {
        double other = 0;
        for (int g = 0; g < mean.length; g++) {
            other = g == group ? other : Math.max(other, mean[g][gene]);
        }
        return mean[group][gene] - other;
    }
}
