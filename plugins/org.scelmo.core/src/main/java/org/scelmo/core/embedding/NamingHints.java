package org.scelmo.core.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Guesses why genes and vectors do not match by name, and what would help. */
public final class NamingHints {

    private static final Pattern ENSEMBL = Pattern.compile("ENS[A-Z]{0,4}[GTP]\\d{11}(\\.\\d+)?");
    private static final Pattern ENTREZ = Pattern.compile("\\d{1,9}");
    private static final Pattern VERSION = Pattern.compile("\\.\\d{1,2}$");

    private NamingHints() {
    }

    /**
     * @param genes names in the data; null for none
     * @param names names of the vectors
     * @return sentences that a user can act on, most telling first; empty if nothing speaks for a naming problem
     */
    public static List<String> of(final String[] genes, final Collection<String> names) {
        final var present = Arrays.stream(genes).filter(Objects::nonNull).toList();
        final var hints = new ArrayList<String>();
        kinds(present, names, hints);
        final var library = new HashSet<>(names);
        final long exact = present.stream().filter(library::contains).count();
        rewritten(present, library, exact, g -> VERSION.matcher(g).replaceFirst(""), hints,
            "%,d genes would match without their version suffix (%s): remove the suffix first.");
        final var upper = names.stream().map(NamingHints::upper).collect(Collectors.toSet());
        rewritten(present, upper, exact, NamingHints::upper, hints,
            "%,d genes would match if upper and lower case were the same (%s); mouse symbols such as Cd79a are not "
                + "human ones such as CD79A: map them to the library's species first.");
        return hints;
    }

    private static void kinds(final List<String> genes, final Collection<String> names, final List<String> hints) {
        final boolean genesEnsembl = mostly(genes, ENSEMBL.asMatchPredicate());
        final boolean namesEnsembl = mostly(names, ENSEMBL.asMatchPredicate());
        if (genesEnsembl && !namesEnsembl) {
            hints.add("The genes are named by Ensembl ids, the vectors are not: choose the column of var that holds "
                + "gene symbols.");
        } else if (namesEnsembl && !genesEnsembl) {
            hints.add("The vectors are named by Ensembl ids, the genes are not: choose the column of var that holds "
                + "Ensembl ids.");
        }
        if (mostly(genes, ENTREZ.asMatchPredicate()) && !mostly(names, ENTREZ.asMatchPredicate())) {
            hints.add("The genes are named by numbers: choose the column of var that holds gene symbols.");
        }
    }

    private static boolean mostly(final Collection<String> names, final Predicate<String> kind) {
        return !names.isEmpty() && 2 * names.stream().filter(kind).count() > names.size();
    }

    /** Adds the hint if rewriting the names finds more genes than exact matching, and at least one in ten. */
    private static void rewritten(final List<String> genes, final Collection<String> library, final long exact,
        final UnaryOperator<String> rewrite, final List<String> hints, final String hint) {
        final var found = genes.stream().filter(g -> library.contains(rewrite.apply(g))).toList();
        if (found.size() > 2 * exact && 10 * found.size() >= genes.size()) {
            hints.add(hint.formatted(found.size(), found.get(0)));
        }
    }

    private static String upper(final String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
