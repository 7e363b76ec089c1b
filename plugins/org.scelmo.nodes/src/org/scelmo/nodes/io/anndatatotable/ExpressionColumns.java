package org.scelmo.nodes.io.anndatatotable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.nodes.support.Warnings;

/**
 * The expression of some genes in all cells.
 *
 * @param genes names of the genes
 * @param values one array per gene, one number per cell
 */
record ExpressionColumns(List<String> genes, float[][] values) {

    private static final int ROWS = 1024;

    /** Reads X once. */
    static ExpressionColumns read(final AnnData data, final List<String> genes, final Progress progress)
        throws IOException {
        final var values = new float[genes.size()][data.cells()];
        if (genes.isEmpty()) {
            return new ExpressionColumns(genes, values);
        }
        final var x = data.x().orElseThrow(() -> new ScelmoException("The data have no expression matrix X.",
            "Clear the list of genes in the dialog.", "Choose another matrix in the AnnData Reader."));
        fill(x, targets(data.var().index(), genes), values, progress);
        return new ExpressionColumns(genes, values);
    }

    /** Returns for each column of X where its values go, or −1. */
    private static int[] targets(final String[] names, final List<String> genes) {
        final Map<String, Integer> columns = new HashMap<>();
        for (int j = 0; j < names.length; j++) {
            columns.putIfAbsent(names[j], j);
        }
        final var unknown = new ArrayList<String>();
        final var targets = new int[names.length];
        Arrays.fill(targets, -1);
        for (int g = 0; g < genes.size(); g++) {
            final var column = columns.get(genes.get(g));
            if (column == null) {
                unknown.add(genes.get(g));
            } else {
                targets[column] = g;
            }
        }
        if (!unknown.isEmpty()) {
            throw new ScelmoException("The data have no gene %s.".formatted(Warnings.examples(unknown)),
                "Check the spelling of the genes in the dialog; names are case-sensitive.",
                "The genes' names are the RowIDs of the AnnData Reader's table of genes.");
        }
        return targets;
    }

    private static void fill(final RowBlocks x, final int[] targets, final float[][] values, final Progress progress)
        throws IOException {
        try (var cursor = x.open()) {
            for (var block = cursor.next(ROWS); block != null; block = cursor.next(ROWS)) {
                progress.checkCanceled();
                final int first = (int)(cursor.position() - block.rows());
                for (int i = 0; i < block.rows(); i++) {
                    for (int e = block.begin(i), end = block.end(i); e < end; e++) {
                        final int target = targets[block.indices()[e]];
                        if (target >= 0) {
                            values[target][first + i] = block.values()[e];
                        }
                    }
                }
                progress.update((double)cursor.position() / x.rows(), () -> "Reading expression");
            }
        }
    }
}
