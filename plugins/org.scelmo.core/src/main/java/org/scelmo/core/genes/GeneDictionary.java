package org.scelmo.core.genes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Finds the approved symbol or the Ensembl id of a gene by any of its names. A name is looked for among Ensembl ids
 * (without version), approved symbols, previous symbols and aliases, in this order; the first kind that has it decides.
 * Thus the alias of one gene never hides the symbol of another.
 */
public final class GeneDictionary {

    /** What names are mapped to. */
    public enum Target {
        /** Approved symbols. */
        SYMBOL,
        /** Ensembl ids without version. */
        ENSEMBL
    }

    private static final List<MatchKind> ORDER =
        List.of(MatchKind.ENSEMBL, MatchKind.SYMBOL, MatchKind.PREVIOUS, MatchKind.ALIAS);

    private final Target m_target;
    private final Map<MatchKind, Map<String, List<GeneNames>>> m_exact = new EnumMap<>(MatchKind.class);
    private final Map<MatchKind, Map<String, List<GeneNames>>> m_anyCase;

    /**
     * @param genes the genes; those without any name are ignored
     * @param target what names are mapped to
     * @param ignoreCase whether a name that is not found is looked for again in any case
     */
    public GeneDictionary(final List<GeneNames> genes, final Target target, final boolean ignoreCase) {
        m_target = target;
        m_anyCase = ignoreCase ? new EnumMap<>(MatchKind.class) : Map.of();
        for (final var kind : ORDER) {
            m_exact.put(kind, new HashMap<>());
            if (ignoreCase) {
                m_anyCase.put(kind, new HashMap<>());
            }
        }
        genes.forEach(this::add);
    }

    private void add(final GeneNames gene) {
        add(MatchKind.ENSEMBL, gene.ensembl(), gene);
        add(MatchKind.SYMBOL, gene.symbol(), gene);
        gene.previous().forEach(name -> add(MatchKind.PREVIOUS, name, gene));
        gene.aliases().forEach(name -> add(MatchKind.ALIAS, name, gene));
    }

    private void add(final MatchKind kind, final String name, final GeneNames gene) {
        if (name != null) {
            m_exact.get(kind).computeIfAbsent(name, n -> new ArrayList<>(1)).add(gene);
            if (!m_anyCase.isEmpty()) {
                m_anyCase.get(kind).computeIfAbsent(lower(name), n -> new ArrayList<>(1)).add(gene);
            }
        }
    }

    private static String lower(final String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * @param name any name of a gene; null is never found
     * @return what is known of it
     */
    public NameMatch find(final String name) {
        if (name == null) {
            return NameMatch.NOT_FOUND;
        }
        final var bare = GeneNames.withoutVersion(name);
        final var exact = find(m_exact, bare);
        if (exact.kind() != MatchKind.NOT_FOUND) {
            return exact;
        }
        if (m_target == Target.ENSEMBL && GeneNames.isEnsemblGene(bare)) {
            return new NameMatch(MatchKind.ENSEMBL, bare, List.of()); // needs no table
        }
        return m_anyCase.isEmpty() ? exact : find(m_anyCase, lower(bare));
    }

    private NameMatch find(final Map<MatchKind, Map<String, List<GeneNames>>> names, final String name) {
        for (final var kind : ORDER) {
            final var genes = names.get(kind).get(name);
            if (genes != null) {
                return resolve(kind, genes);
            }
        }
        return NameMatch.NOT_FOUND;
    }

    private NameMatch resolve(final MatchKind kind, final List<GeneNames> genes) {
        final var targets = genes.stream().map(gene -> m_target == Target.SYMBOL ? gene.symbol() : gene.ensembl())
            .filter(Objects::nonNull).distinct().toList();
        if (targets.size() == 1) {
            return new NameMatch(kind, targets.get(0), List.of());
        }
        return targets.isEmpty() ? new NameMatch(MatchKind.NO_TARGET, null, List.of())
            : new NameMatch(MatchKind.AMBIGUOUS, null, targets);
    }
}
