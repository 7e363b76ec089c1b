package org.scelmo.core.genes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which genes the mapped data have. Genes that were not mapped keep their names and stay.
 *
 * @param names name of each gene of the result
 * @param sources the gene of the data that each of them stands for, ascending
 * @param targets the gene of the result that each gene of the data goes to, −1 if it is removed
 * @param conflicts new names that several genes got, in order
 */
public record GenePlan(String[] names, int[] sources, int[] targets, List<String> conflicts) {

    /**
     * @param index names of the genes before
     * @param mapping new names
     * @param rule what happens to genes with the same new name
     * @param geneSums expression per gene, or null if not known: then the best found is kept
     */
    public static GenePlan of(final String[] index, final GeneMapping mapping, final ConflictRule rule,
        final double[] geneSums) {
        final Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int j = 0; j < index.length; j++) {
            final var match = mapping.matches().get(j);
            if (match.kind().isMatch()) {
                groups.computeIfAbsent(match.target(), name -> new ArrayList<>(1)).add(j);
            }
        }
        final var names = index.clone();
        final var standsFor = IntStream.range(0, index.length).toArray();
        final List<String> conflicts = new ArrayList<>();
        final Set<String> taken = new HashSet<>(groups.keySet());
        taken.addAll(Arrays.asList(index));
        groups.forEach((name, genes) -> {
            if (genes.size() > 1) {
                conflicts.add(name);
            }
            final var ranked = ranked(genes, mapping, rule, geneSums);
            final int best = ranked.get(0);
            names[best] = name;
            for (final int gene : ranked.subList(1, ranked.size())) {
                names[gene] = rule == ConflictRule.NUMBER ? numbered(name, taken) : name;
                standsFor[gene] = switch (rule) {
                    case SUM -> best;
                    case KEEP_MOST_EXPRESSED -> -1;
                    case NUMBER -> gene;
                };
            }
        });
        for (int j = 0; j < index.length; j++) {
            if (!mapping.matches().get(j).kind().isMatch() && groups.containsKey(index[j])) {
                names[j] = numbered(index[j], taken); // it only shares the name of a gene that was mapped to it
            }
        }
        return of(names, standsFor, conflicts);
    }

    private static List<Integer> ranked(final List<Integer> genes, final GeneMapping mapping, final ConflictRule rule,
        final double[] geneSums) {
        Comparator<Integer> order = Comparator.comparing(gene -> mapping.matches().get(gene).kind());
        if (rule == ConflictRule.KEEP_MOST_EXPRESSED && geneSums != null) {
            order = Comparator.<Integer>comparingDouble(gene -> -geneSums[gene]).thenComparing(order);
        }
        return genes.stream().sorted(order.thenComparing(Comparator.naturalOrder())).toList();
    }

    private static String numbered(final String name, final Set<String> taken) {
        int n = 1;
        while (!taken.add(name + "-" + n)) {
            n++;
        }
        return name + "-" + n;
    }

    private static GenePlan of(final String[] names, final int[] standsFor, final List<String> conflicts) {
        final int[] sources = IntStream.range(0, names.length).filter(j -> standsFor[j] == j).toArray();
        final var position = new int[names.length];
        for (int k = 0; k < sources.length; k++) {
            position[sources[k]] = k;
        }
        return new GenePlan(IntStream.of(sources).mapToObj(j -> names[j]).toArray(String[]::new), sources,
            IntStream.of(standsFor).map(j -> j < 0 ? -1 : position[j]).toArray(), List.copyOf(conflicts));
    }

    /** @return whether every gene stays a gene of its own, so that matrices need not change */
    public boolean keepsGenes() {
        return sources.length == targets.length;
    }
}
