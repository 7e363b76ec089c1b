package org.scelmo.core.anndata.concat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The genes of joined data, in the order of their first appearance. (anndata does the same for common genes; all genes
 * it sorts by name.)
 *
 * @param names of the joint genes
 * @param targets for each of the data, the position among the joint genes of each of its genes, −1 if left out
 */
record JointGenes(String[] names, List<int[]> targets) {

    /**
     * @param genes names of the genes of each of the data
     * @param data names of the data, for messages
     * @param join which genes
     * @throws UnfitDataException if a name is not unique within the data that have it, unless all data have exactly the
     *             same genes; or if no gene is common, but should be
     */
    static JointGenes of(final List<String[]> genes, final List<String> data, final Join join) {
        final var first = genes.get(0);
        if (genes.stream().allMatch(names -> Arrays.equals(names, first))) {
            final var same = IntStream.range(0, first.length).toArray();
            return new JointGenes(first, genes.stream().map(names -> same).toList());
        }
        for (int i = 0; i < genes.size(); i++) {
            checkUnique(genes.get(i), data.get(i));
        }
        final var names = join == Join.INNER ? common(genes) : all(genes);
        final Map<String, Integer> positions = new HashMap<>();
        names.forEach(name -> positions.put(name, positions.size()));
        return new JointGenes(names.toArray(String[]::new), genes.stream()
            .map(of -> Arrays.stream(of).mapToInt(name -> positions.getOrDefault(name, -1)).toArray()).toList());
    }

    private static void checkUnique(final String[] genes, final String data) {
        final var seen = new HashSet<String>();
        for (final var gene : genes) {
            if (!seen.add(gene)) {
                throw new UnfitDataException(
                    "The gene name '%s' occurs more than once in the data '%s', so that genes cannot be matched."
                        .formatted(gene, data),
                    "Sum or number genes of equal names with a Map Gene Identifiers node.",
                    "Choose other names of genes, such as Ensembl ids, where the data are read.");
            }
        }
    }

    private static List<String> common(final List<String[]> genes) {
        final var common = new ArrayList<>(List.of(genes.get(0)));
        genes.stream().skip(1).map(names -> new HashSet<>(List.of(names)))
            .forEach(names -> common.removeIf(name -> !names.contains(name)));
        if (common.isEmpty()) {
            final var last = genes.get(genes.size() - 1);
            throw new UnfitDataException(
                "No gene is in all %d data; the first is called %s in the first data and %s in the last."
                    .formatted(genes.size(), example(genes.get(0)), example(last)),
                "Give all genes the same kind of names with a Map Gene Identifiers node.",
                "Keep the genes of all data (zero where absent), if they really differ.");
        }
        return common;
    }

    private static String example(final String[] genes) {
        return genes.length == 0 ? "nothing" : "'" + genes[0] + "'";
    }

    private static List<String> all(final List<String[]> genes) {
        return genes.stream().flatMap(Arrays::stream).distinct().toList();
    }

    int size() {
        return names.length;
    }

    /** @return for each joint gene, its first row in the frames of all genes put one below the other */
    int[] firstRows() {
        final var rows = new int[size()];
        Arrays.fill(rows, -1);
        int row = 0;
        for (final var target : targets) {
            for (final int gene : target) {
                if (gene >= 0 && rows[gene] < 0) {
                    rows[gene] = row;
                }
                row++;
            }
        }
        return rows;
    }
}
