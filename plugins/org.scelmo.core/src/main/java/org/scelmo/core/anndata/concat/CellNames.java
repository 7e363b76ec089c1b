package org.scelmo.core.anndata.concat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of the cells of joined data.
 *
 * @param names of all cells
 * @param extended whether the name of the data was appended to each
 * @param repeated names that still occur more than once; the first few
 */
public record CellNames(String[] names, boolean extended, List<String> repeated) {

    private static final int EXAMPLES = 10;

    /** When the name of the data is appended to the names of cells. */
    public enum Rule {
        /** If a name occurs in several of the data: then to all names. */
        IF_REPEATED,
        /** Always. */
        ALWAYS,
        /** Never: names that repeat are refused. */
        NEVER;
    }

    public CellNames {
        repeated = List.copyOf(repeated);
    }

    /**
     * @param cells names of the cells of each of the data
     * @param data names of the data
     * @throws UnfitDataException if names repeat, but must not be changed
     */
    static CellNames of(final List<String[]> cells, final List<String> data, final Rule rule) {
        final var plain = all(cells, data, false);
        if (rule == Rule.NEVER) {
            final var repeated = repeated(plain);
            if (!repeated.isEmpty()) {
                throw new UnfitDataException("The name '%s' belongs to more than one cell.".formatted(repeated.get(0)),
                    "Let the name of the data be appended to the names of cells.",
                    "Check that no data are connected twice.");
            }
            return new CellNames(plain, false, List.of());
        }
        final boolean extended = rule == Rule.ALWAYS || areShared(cells);
        final var names = extended ? all(cells, data, true) : plain;
        return new CellNames(names, extended, repeated(names));
    }

    private static String[] all(final List<String[]> cells, final List<String> data, final boolean extended) {
        final var names = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            for (final var cell : cells.get(i)) {
                names.add(extended ? cell + "-" + data.get(i) : cell);
            }
        }
        return names.toArray(String[]::new);
    }

    private static boolean areShared(final List<String[]> cells) {
        final Set<String> before = new HashSet<>();
        for (final var names : cells) {
            for (final var name : names) {
                if (before.contains(name)) {
                    return true;
                }
            }
            before.addAll(List.of(names));
        }
        return false;
    }

    private static List<String> repeated(final String[] names) {
        final Set<String> seen = new HashSet<>(2 * names.length);
        final var repeated = new ArrayList<String>();
        for (int i = 0; i < names.length && repeated.size() < EXAMPLES; i++) {
            if (!seen.add(names[i])) {
                repeated.add(names[i]);
            }
        }
        return repeated;
    }
}
