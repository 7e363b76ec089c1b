package org.scelmo.nodes.io.tabletoanndata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.knime.core.node.BufferedDataTable;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.nodes.support.AnnotationBuilder;
import org.scelmo.nodes.support.AnnotationColumns;
import org.scelmo.nodes.support.RowNames;
import org.scelmo.nodes.support.StrictVectors;

/**
 * Names and annotations of the cells of a table.
 *
 * @param obs names and annotations
 * @param duplicates names that several rows have
 * @param vectors the columns of vectors; each row was checked
 */
record TableCells(Frame obs, List<String> duplicates, List<StrictVectors> vectors) {

    private static final int ROWS_PER_REPORT = 256;

    private static final int MOST_ROWS = Integer.MAX_VALUE - 8;

    /** Reads the table once. */
    static TableCells read(final BufferedDataTable table, final RowNames names, final AnnotationColumns columns,
        final Progress progress) {
        if (table.size() > MOST_ROWS) {
            throw new ScelmoException(String.format(Locale.ROOT, "The table has %,d rows, but AnnData hold at most %,d "
                + "cells.", table.size(), MOST_ROWS), "Split the table before this node.");
        }
        final var spec = table.getDataTableSpec();
        final var index = new String[(int)table.size()];
        final var builders = Arrays.stream(columns.values())
            .mapToObj(c -> AnnotationBuilder.of(spec.getColumnSpec(c), index.length)).toList();
        final var vectors = Arrays.stream(columns.vectors())
            .mapToObj(c -> new StrictVectors(spec.getColumnSpec(c).getName(), c)).toList();
        int i = 0;
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                final var row = rows.next();
                if (i % ROWS_PER_REPORT == 0) {
                    progress.checkCanceled();
                    progress.update((double)i / index.length, () -> "Reading annotations");
                }
                index[i] = names.of(row);
                if (index[i] == null) {
                    throw new ScelmoException("Row '%s' has no name of a cell.".formatted(row.getKey().getString()),
                        "Filter out such rows before this node.", "Set 'Names of cells' to RowID in the dialog.");
                }
                for (int k = 0; k < builders.size(); k++) {
                    builders.get(k).set(i, row.getCell(columns.values()[k]));
                }
                vectors.forEach(column -> column.of(row));
                i++;
            }
        }
        final Map<String, Column> obs = new LinkedHashMap<>();
        for (int k = 0; k < builders.size(); k++) {
            obs.put(spec.getColumnSpec(columns.values()[k]).getName(), builders.get(k).build());
        }
        return new TableCells(new Frame(index, obs), duplicates(index), vectors);
    }

    private static List<String> duplicates(final String[] names) {
        final Set<String> seen = new HashSet<>(2 * names.length);
        final Set<String> duplicates = new LinkedHashSet<>();
        for (final var name : names) {
            if (!seen.add(name)) {
                duplicates.add(name);
            }
        }
        return new ArrayList<>(duplicates);
    }
}
