package org.scelmo.core.genes;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * New names for the genes of some data.
 *
 * @param matches what is known of the name of each gene, in the order of X's columns
 */
public record GeneMapping(List<NameMatch> matches) {

    public GeneMapping {
        matches = List.copyOf(matches);
    }

    /**
     * @param names a name per gene, null where it has none
     * @param dictionary where to look
     */
    public static GeneMapping of(final String[] names, final GeneDictionary dictionary) {
        return new GeneMapping(Arrays.stream(names).map(dictionary::find).toList());
    }

    /** @return how many genes were found in which way */
    public Map<MatchKind, Integer> counts() {
        final var counts = new EnumMap<MatchKind, Integer>(MatchKind.class);
        matches.forEach(match -> counts.merge(match.kind(), 1, Integer::sum));
        return counts;
    }

    /** @return number of genes that have a new name */
    public int matched() {
        return (int)matches.stream().filter(match -> match.kind().isMatch()).count();
    }

    /**
     * @param geneSums expression per gene, or null if it is not known
     * @return share of all expression that genes with a new name carry, 0 to 1; NaN if it is not known or, with
     *         negative values, not defined
     */
    public double coveredMass(final double[] geneSums) {
        final var covered = new boolean[matches.size()];
        for (int j = 0; j < covered.length; j++) {
            covered[j] = matches.get(j).kind().isMatch();
        }
        return share(covered, geneSums);
    }

    /**
     * @param chosen which genes
     * @param geneSums expression per gene, or null if it is not known
     * @return share of all expression that the chosen genes carry, 0 to 1, or NaN as in {@link #coveredMass}
     */
    public static double share(final boolean[] chosen, final double[] geneSums) {
        double total = 0;
        double part = 0;
        for (int j = 0; geneSums != null && j < chosen.length; j++) {
            if (geneSums[j] < 0) {
                return Double.NaN; // scaled data: shares of a sum mean nothing
            }
            total += geneSums[j];
            part += chosen[j] ? geneSums[j] : 0;
        }
        return total > 0 ? part / total : Double.NaN;
    }

    /**
     * @param geneSums expression per gene, or null if it is not known
     * @return one or two sentences for people, with the share of genes and of expression that was recovered
     */
    public String summary(final double[] geneSums) {
        final int genes = matches.size();
        final var text = new StringBuilder(String.format(Locale.ROOT, "%,d of %,d genes were mapped (%.1f %%)",
            matched(), genes, genes == 0 ? 0 : 100.0 * matched() / genes));
        final double mass = coveredMass(geneSums);
        if (!Double.isNaN(mass)) {
            text.append(String.format(Locale.ROOT, ", which carry %.1f %% of the expression", 100 * mass));
        }
        final var kinds = new StringJoiner(", ", ": ", "").setEmptyValue("");
        counts().forEach((kind, n) -> kinds.add(String.format(Locale.ROOT, "%s %,d", kind.text(), n)));
        return text.append(kinds).append('.').toString();
    }
}
