package org.scelmo.core.genes;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The names of one gene, as a nomenclature committee's table has them.
 *
 * @param symbol approved symbol, or null
 * @param ensembl Ensembl id without version, or null
 * @param previous symbols that were approved once
 * @param aliases other names in use
 */
public record GeneNames(String symbol, String ensembl, List<String> previous, List<String> aliases) {

    private static final Pattern SEPARATORS = Pattern.compile("[|,;]");
    private static final Pattern VERSIONED = Pattern.compile("(ENS[A-Z]{0,4}[GTP]\\d{11})\\.\\d+");
    private static final Pattern ENSEMBL_GENE = Pattern.compile("ENS[A-Z]{0,4}G\\d{11}");

    public GeneNames {
        previous = List.copyOf(previous);
        aliases = List.copyOf(aliases);
    }

    /**
     * @param symbol approved symbol; null or blank for none
     * @param ensembl Ensembl id, with or without version; null or blank for none
     * @param previous symbols separated by {@code |}, comma or semicolon, perhaps in quotes; null for none
     * @param aliases the same
     */
    public static GeneNames of(final String symbol, final String ensembl, final String previous,
        final String aliases) {
        final var id = clean(ensembl);
        return new GeneNames(clean(symbol), id == null ? null : withoutVersion(id), split(previous), split(aliases));
    }

    private static String clean(final String name) {
        if (name == null) {
            return null;
        }
        final var bare = name.replace("\"", "").strip();
        return bare.isEmpty() ? null : bare;
    }

    private static List<String> split(final String names) {
        return names == null ? List.of() : Arrays.stream(SEPARATORS.split(names)).map(GeneNames::clean)
            .filter(name -> name != null).distinct().toList();
    }

    /** @return an Ensembl id without its version, as in ENSG00000141510.17; any other name as it is */
    public static String withoutVersion(final String name) {
        final var matcher = VERSIONED.matcher(name);
        return matcher.matches() ? matcher.group(1) : name;
    }

    /** @return whether the name is an Ensembl id of a gene, without version */
    public static boolean isEnsemblGene(final String name) {
        return ENSEMBL_GENE.matcher(name).matches();
    }
}
