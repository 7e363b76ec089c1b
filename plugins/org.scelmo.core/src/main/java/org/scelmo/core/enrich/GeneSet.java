package org.scelmo.core.enrich;

import java.util.List;

/**
 * Genes that have something in common, such as a pathway.
 *
 * @param name of the set
 * @param description what it is; empty if nothing is told
 * @param genes their names, each once, in the order of the source
 */
public record GeneSet(String name, String description, List<String> genes) {

    /** Copies the genes. */
    public GeneSet {
        genes = List.copyOf(genes);
    }
}
