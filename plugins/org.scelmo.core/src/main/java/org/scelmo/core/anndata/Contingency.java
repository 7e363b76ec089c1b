package org.scelmo.core.anndata;

import java.util.List;

/**
 * How many cells are in each pair of groups, as pandas' {@code crosstab}.
 *
 * @param rows names of the first groups
 * @param columns names of the second groups
 * @param counts numbers of cells, rows × columns
 * @param missing number of cells without one of the groups
 */
public record Contingency(List<String> rows, List<String> columns, long[][] counts, long missing) {

    public Contingency {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /**
     * @param rows first group of each cell
     * @param columns second group of each cell
     * @return the counts
     * @throws IllegalArgumentException if the groups are of different numbers of cells
     */
    public static Contingency of(final Groups rows, final Groups columns) {
        if (rows.cells() != columns.cells()) {
            throw new IllegalArgumentException("Groups of %d cells cannot be counted with groups of %d."
                .formatted(rows.cells(), columns.cells()));
        }
        final var counts = new long[rows.count()][columns.count()];
        long missing = 0;
        for (int i = 0; i < rows.cells(); i++) {
            if (rows.of()[i] < 0 || columns.of()[i] < 0) {
                missing++;
            } else {
                counts[rows.of()[i]][columns.of()[i]]++;
            }
        }
        return new Contingency(rows.names(), columns.names(), counts, missing);
    }
}
