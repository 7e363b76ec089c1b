package org.scelmo.core.metrics;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.SelectedBlocks;
import org.scelmo.core.preprocess.HighlyVariableGenes;
import org.scelmo.core.preprocess.HvgChoice;

/**
 * How many of a batch's highly variable genes still are after integration (scib): the share of the genes that scanpy's
 * flavor cell_ranger chooses both before and after. Needs corrected expression, so embeddings have no such score.
 *
 * @param genes how many are chosen in each batch; at most half of those that it expresses
 */
public record HvgOverlap(int genes) {

    /**
     * @param before expression, cells × genes, log-normalized
     * @param after corrected expression of the same cells and genes
     * @param batches of the cells; cells without one take no part
     * @return the share of each batch of at least two cells, 0 to 1; the score is the mean
     * @throws IOException if a matrix cannot be read
     * @throws org.scelmo.core.ScelmoException if a matrix holds NaN
     */
    public Map<String, Double> scores(final RowBlocks before, final RowBlocks after, final Groups batches,
        final Progress progress) throws IOException {
        final var scores = new LinkedHashMap<String, Double>();
        for (int batch = 0; batch < batches.count(); batch++) {
            final double begin = (double)batch / batches.count();
            final var part = progress.part(begin, begin + 1.0 / batches.count());
            final var members = batches.members(batch);
            if (members.length > 1) {
                final var expressed = expressed(before, members);
                final var chosen = chosen(before, members, expressed, Math.min(genes, expressed.length / 2), part);
                final var kept = chosen(after, members, expressed(after, members), chosen.size(), part);
                final int smaller = Math.min(chosen.size(), kept.size());
                if (smaller > 0) {
                    final var both = new HashSet<>(chosen);
                    both.retainAll(kept);
                    scores.put(batches.names().get(batch), (double)both.size() / smaller);
                }
            }
        }
        return scores;
    }

    /** Positions of the genes that are above 0 in any of the cells, as scanpy counts them. */
    private static int[] expressed(final RowBlocks x, final int[] cells) throws IOException {
        final var seen = new boolean[x.columns()];
        final var all = IntStream.range(0, seen.length).toArray();
        try (var cursor = new SelectedBlocks(x, cells, all).open()) {
            for (var block = cursor.next(1024); block != null; block = cursor.next(1024)) {
                for (int e = block.begin(0), end = block.end(block.rows() - 1); e < end; e++) {
                    seen[block.indices()[e]] |= block.values()[e] > 0;
                }
            }
        }
        return IntStream.range(0, seen.length).filter(j -> seen[j]).toArray();
    }

    private static Set<Integer> chosen(final RowBlocks x, final int[] cells, final int[] expressed, final int count,
        final Progress progress) throws IOException {
        final Set<Integer> chosen = new HashSet<>();
        if (count > 0) {
            final var found = HighlyVariableGenes.findInCorrected(new SelectedBlocks(x, cells, expressed),
                HvgChoice.top(count), progress);
            for (final var j : found) {
                chosen.add(expressed[j]);
            }
        }
        return chosen;
    }
}
