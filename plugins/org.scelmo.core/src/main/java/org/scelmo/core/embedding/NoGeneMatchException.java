package org.scelmo.core.embedding;

import java.util.List;

import org.scelmo.core.ScelmoException;

/** No gene of the data has a vector in the library. */
public final class NoGeneMatchException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    private NoGeneMatchException(final String message, final String... resolutions) {
        super(message, resolutions);
    }

    static NoGeneMatchException of(final String[] genes, final List<String> names) {
        final var hints = NamingHints.of(genes, names);
        return new NoGeneMatchException("None of the %,d genes (%s…) has a vector among the %,d of the library (%s…)."
            .formatted(genes.length, genes.length == 0 ? "" : genes[0], names.size(),
                names.isEmpty() ? "" : names.get(0)),
            hints.isEmpty() ? new String[]{"Choose the column of var that holds the names used in the library."}
                : hints.toArray(String[]::new));
    }
}
