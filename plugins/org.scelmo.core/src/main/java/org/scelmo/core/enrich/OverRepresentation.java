package org.scelmo.core.enrich;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.scelmo.core.Progress;
import org.scelmo.core.stats.BenjaminiHochberg;

/**
 * Over-representation of sets of genes among chosen genes (one-sided Fisher's exact test, hypergeometric upper tail).
 *
 * @param sets those that were tested, the smallest p first; sets without a chosen gene have p = 1 and count as tests
 * @param genes chosen genes that are in the background, n of them, by their key
 * @param outside chosen genes that are not in the background and were left out
 * @param background number of genes in the background, N
 * @param tooSmall names of sets with fewer genes in the background than asked for
 * @param tooLarge names of sets with more
 */
public record OverRepresentation(List<EnrichedSet> sets, Map<String, String> genes, List<String> outside,
    int background, List<String> tooSmall, List<String> tooLarge) {

    private static final int CHECK_EVERY = 256;

    /**
     * Which sets are tested, and how names are compared.
     *
     * @param least fewest genes of a set in the background, at least 1
     * @param most most genes of a set in the background
     * @param ignoreCase whether upper and lower case are the same
     */
    public record Rules(int least, int most, boolean ignoreCase) {

        /** @return what names are compared by */
        public String key(final String name) {
            return ignoreCase ? name.toUpperCase(Locale.ROOT) : name;
        }
    }

    /**
     * O(genes of all sets).
     *
     * @param chosen names of the chosen genes, a name counts once; if there are none, all p are 1
     * @param background names of all genes that could have been chosen
     * @param sets the sets, with different names
     * @param rules which sets are tested
     * @param progress asked whether to go on
     * @return the tests
     * @throws NothingToTestException if the background is empty, genes are chosen but none is in it, or no set has a
     *             fitting size there
     */
    public static OverRepresentation of(final Collection<String> chosen, final Collection<String> background,
        final Collection<GeneSet> sets, final Rules rules, final Progress progress) {
        final Set<String> all = new LinkedHashSet<>();
        background.forEach(name -> all.add(rules.key(name)));
        final Map<String, String> genes = new LinkedHashMap<>();
        final List<String> outside = new ArrayList<>();
        for (final var name : new LinkedHashSet<>(chosen)) {
            if (all.contains(rules.key(name))) {
                genes.putIfAbsent(rules.key(name), name);
            } else {
                outside.add(name);
            }
        }
        check(chosen, outside, genes, all);
        final List<EnrichedSet> tested = new ArrayList<>();
        final List<String> tooSmall = new ArrayList<>();
        final List<String> tooLarge = new ArrayList<>();
        int done = 0;
        for (final var set : sets) {
            if (done++ % CHECK_EVERY == 0) {
                progress.checkCanceled();
            }
            final Set<String> members = new LinkedHashSet<>();
            set.genes().stream().map(rules::key).filter(all::contains).forEach(members::add);
            if (members.size() < rules.least()) {
                tooSmall.add(set.name());
            } else if (members.size() > rules.most()) {
                tooLarge.add(set.name());
            } else {
                tested.add(compare(set, members, genes, all.size()));
            }
        }
        if (tested.isEmpty()) {
            throw new NothingToTestException(
                "None of the %,d gene sets has %,d to %,d genes in the background: %,d have fewer, %,d have more."
                    .formatted(sets.size(), rules.least(), rules.most(), tooSmall.size(), tooLarge.size()),
                "Change the smallest and largest size of a set.",
                "Check that gene sets and background name genes alike.");
        }
        return new OverRepresentation(adjusted(tested), genes, outside, all.size(), tooSmall, tooLarge);
    }

    private static void check(final Collection<String> chosen, final List<String> outside,
        final Map<String, String> genes, final Set<String> all) {
        if (all.isEmpty()) {
            throw new NothingToTestException("The background has no genes.",
                "Connect a table with a row for each gene that could have been chosen, or the AnnData they come from.");
        }
        if (genes.isEmpty() && !chosen.isEmpty()) {
            throw new NothingToTestException(
                "None of the %,d genes, such as '%s', is among the %,d genes of the background, such as '%s'."
                    .formatted(chosen.size(), outside.get(0), all.size(),
                        all.stream().findFirst().orElse("")),
                "Check that genes, gene sets and background name genes alike, for example all by symbols.",
                "Ignore case if they differ in upper and lower case only.");
        }
    }

    private static EnrichedSet compare(final GeneSet set, final Set<String> members, final Map<String, String> genes,
        final int all) {
        final var overlap =
            genes.entrySet().stream().filter(e -> members.contains(e.getKey())).map(Map.Entry::getValue).toList();
        final int k = overlap.size();
        final double expected = (double)members.size() * genes.size() / all;
        final double odds = (double)k * (all - members.size() - genes.size() + k)
            / ((double)(members.size() - k) * (genes.size() - k));
        return new EnrichedSet(set, members.size(), overlap, expected, odds,
            HypergeometricTail.log(k, all, members.size(), genes.size()), Double.NaN);
    }

    private static List<EnrichedSet> adjusted(final List<EnrichedSet> tested) {
        final var q = BenjaminiHochberg.adjust(tested.stream().mapToDouble(EnrichedSet::p).toArray());
        final List<EnrichedSet> adjusted = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            final var s = tested.get(i);
            adjusted.add(new EnrichedSet(s.set(), s.size(), s.genes(), s.expected(), s.oddsRatio(), s.logP(), q[i]));
        }
        adjusted.sort(Comparator.comparingDouble(EnrichedSet::logP));
        return List.copyOf(adjusted);
    }
}
