package org.scelmo.nodes.io.anndatatotable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.scelmo.core.ScelmoException;
import org.scelmo.nodes.support.Warnings;

/**
 * The genes that become columns.
 *
 * @param names of the genes, in the order of the columns
 * @param targets for each gene of the data which of them it is, or −1
 */
record ChosenGenes(List<String> names, int[] targets) {

    /** @return all genes, in their order; names may come twice */
    static ChosenGenes all(final String[] index) {
        return new ChosenGenes(List.of(index), IntStream.range(0, index.length).toArray());
    }

    /** @return the named genes; of several genes with a name the first */
    static ChosenGenes named(final String[] index, final List<String> genes) {
        final Map<String, Integer> columns = new HashMap<>();
        for (int j = 0; j < index.length; j++) {
            columns.putIfAbsent(index[j], j);
        }
        final var unknown = new ArrayList<String>();
        final var targets = new int[index.length];
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
                "The genes' names are the RowIDs of this node's second output.");
        }
        return new ChosenGenes(genes, targets);
    }
}
