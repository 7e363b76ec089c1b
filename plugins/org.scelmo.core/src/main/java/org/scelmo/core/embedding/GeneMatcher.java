package org.scelmo.core.embedding;

import java.util.HashMap;
import java.util.List;

import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.Frame;

/**
 * Finds the vector of each gene by its name: exact and case-sensitive, as scELMo does; no aliases, no stripping of
 * version suffixes. A duplicated gene gets the same vector each time.
 */
public final class GeneMatcher {

    private GeneMatcher() {
    }

    /**
     * @param var the genes' annotations
     * @param column column that holds the names to match, or null for the index
     * @return a name per gene; null where the column has no value
     * @throws ScelmoException if there is no such column
     */
    public static String[] names(final Frame var, final String column) {
        if (column == null) {
            return var.index();
        }
        final var values = var.column(column).orElseThrow(() -> new ScelmoException(
            "The genes have no column '%s'.".formatted(column),
            "Choose one of: " + String.join(", ", var.columns().keySet()) + "."));
        final var names = new String[var.size()];
        for (int j = 0; j < names.length; j++) {
            names[j] = values.text(j);
        }
        return names;
    }

    /**
     * @param genes a name per gene, in the order of X's columns; null never matches
     * @param names names of the vectors, without duplicates
     * @return which vector belongs to which gene
     */
    public static GeneMatch match(final String[] genes, final List<String> names) {
        final var rowOfName = new HashMap<String, Integer>(2 * names.size());
        for (int i = 0; i < names.size(); i++) {
            rowOfName.put(names.get(i), i);
        }
        final var rowOfGene = new int[genes.length];
        for (int j = 0; j < genes.length; j++) {
            rowOfGene[j] = genes[j] == null ? -1 : rowOfName.getOrDefault(genes[j], -1);
        }
        return new GeneMatch(rowOfGene);
    }

    /**
     * As {@link #match}, for those who cannot go on without a gene in common.
     *
     * @throws NoGeneMatchException if no gene has a vector; its resolutions tell what the names look like
     */
    public static GeneMatch matchOrFail(final String[] genes, final List<String> names) {
        final var match = match(genes, names);
        if (match.matched() == 0) {
            throw NoGeneMatchException.of(genes, names);
        }
        return match;
    }
}
