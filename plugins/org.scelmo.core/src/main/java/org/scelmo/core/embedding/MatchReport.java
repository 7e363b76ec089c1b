package org.scelmo.core.embedding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/**
 * How well a library of vectors covers the genes of the data.
 *
 * @param genes number of genes
 * @param matched genes that have a vector
 * @param missing names of genes without a vector, in order; they count as zeros in a cell's average
 * @param duplicated names that several genes bear
 * @param uninformative names of genes whose vector is all zeros (a library's entry for "nothing is known")
 * @param coveredMass share of all expression that lies in genes with a vector, 0 to 1; NaN if it is not known or, with
 *            negative values, not defined
 */
public record MatchReport(int genes, int matched, List<String> missing, List<String> duplicated,
    List<String> uninformative, double coveredMass) {

    private static final int SHOWN = 5;
    private static final String UNNAMED = "(no name)";

    public MatchReport {
        missing = List.copyOf(missing);
        duplicated = List.copyOf(duplicated);
        uninformative = List.copyOf(uninformative);
    }

    /**
     * @param names a name per gene
     * @param match which have a vector
     * @param vectors the vector of each gene, null where it has none, from {@link GeneMatch#vectors}
     * @param geneSums expression per gene, from {@link GeneSums#of}, or null if not known
     */
    public static MatchReport of(final String[] names, final GeneMatch match, final float[][] vectors,
        final double[] geneSums) {
        final var missing = new ArrayList<String>();
        final var uninformative = new ArrayList<String>();
        final var seen = new HashSet<String>();
        final var duplicated = new LinkedHashSet<String>();
        for (int j = 0; j < names.length; j++) {
            final var name = names[j] == null ? UNNAMED : names[j];
            if (!seen.add(name) && names[j] != null) {
                duplicated.add(name);
            }
            if (match.rowOfGene()[j] < 0) {
                missing.add(name);
            } else if (isZero(vectors[j])) {
                uninformative.add(name);
            }
        }
        return new MatchReport(names.length, match.matched(), missing, List.copyOf(duplicated), uninformative,
            geneSums == null ? Double.NaN : coveredMass(match, geneSums));
    }

    private static boolean isZero(final float[] vector) {
        for (final var v : vector) {
            if (v != 0) {
                return false;
            }
        }
        return true;
    }

    private static double coveredMass(final GeneMatch match, final double[] geneSums) {
        double total = 0;
        double covered = 0;
        for (int j = 0; j < geneSums.length; j++) {
            if (geneSums[j] < 0) {
                return Double.NaN; // scaled data: shares of a sum mean nothing
            }
            total += geneSums[j];
            covered += match.rowOfGene()[j] < 0 ? 0 : geneSums[j];
        }
        return total > 0 ? covered / total : Double.NaN;
    }

    /** @return one or two sentences for people, such as "1,445 of 1,492 genes have a vector (96.8 %), …" */
    public String summary() {
        final var text = new StringBuilder(String.format(Locale.ROOT, "%,d of %,d genes have a vector (%.1f %%)",
            matched, genes, genes == 0 ? 0 : 100.0 * matched / genes));
        if (!Double.isNaN(coveredMass)) {
            text.append(String.format(Locale.ROOT, ", covering %.1f %% of the expression", 100 * coveredMass));
        }
        text.append('.');
        list(text, "Missing", missing);
        list(text, "Named more than once", duplicated);
        list(text, "With a vector of zeros", uninformative);
        return text.toString();
    }

    private static void list(final StringBuilder text, final String what, final List<String> names) {
        if (!names.isEmpty()) {
            text.append(String.format(Locale.ROOT, " %s (%,d): ", what, names.size()))
                .append(String.join(", ", names.subList(0, Math.min(SHOWN, names.size()))))
                .append(names.size() > SHOWN ? ", …" : ".");
        }
    }
}
