package org.scelmo.nodes.insilico.delete;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.scelmo.core.ScelmoException;
import org.scelmo.core.enrich.GeneSet;
import org.scelmo.nodes.support.Warnings;

/**
 * Gene sets whose genes were found in the data.
 *
 * @param sets the sets, each with at least one gene that can be deleted
 * @param columns the columns of X of these genes, in the order of the sets
 */
record DeletedSets(List<GeneSet> sets, int[][] columns) {

    static final DeletedSets NONE = new DeletedSets(List.of(), new int[0][]);

    /**
     * @param sets from a file; empty if none are asked for
     * @param names a name per column of X
     * @param vectors a vector per column of X, null where there is none
     * @param warnings told which sets have no gene that can be deleted
     * @throws ScelmoException if no set has one
     */
    static DeletedSets of(final List<GeneSet> sets, final String[] names, final float[][] vectors,
        final Warnings warnings) {
        if (sets.isEmpty()) {
            return NONE;
        }
        final Map<String, List<Integer>> columnsOf = new HashMap<>();
        IntStream.range(0, names.length).filter(j -> names[j] != null && vectors[j] != null)
            .forEach(j -> columnsOf.computeIfAbsent(names[j], n -> new ArrayList<>()).add(j));
        final List<GeneSet> kept = new ArrayList<>();
        final List<int[]> columns = new ArrayList<>();
        final List<String> left = new ArrayList<>();
        for (final var set : sets) {
            final var genes = set.genes().stream().flatMap(name -> columnsOf.getOrDefault(name, List.of()).stream())
                .mapToInt(Integer::intValue).toArray();
            if (genes.length == 0) {
                left.add(set.name());
            } else {
                kept.add(set);
                columns.add(genes);
            }
        }
        if (kept.isEmpty()) {
            throw new ScelmoException("None of the %,d gene sets has a gene that is in the data and has a vector."
                .formatted(sets.size()), "Check that gene sets and data name genes alike, for example by symbols.",
                "Choose another file of gene sets, or none.");
        }
        if (!left.isEmpty()) {
            warnings.add("%,d of %,d gene sets have no gene that is in the data and has a vector: %s.", left.size(),
                sets.size(), Warnings.examples(left));
        }
        return new DeletedSets(kept, columns.toArray(int[][]::new));
    }
}
