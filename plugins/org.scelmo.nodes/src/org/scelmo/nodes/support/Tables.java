package org.scelmo.nodes.support;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.scelmo.core.Progress;

/** Builds output tables. */
public final class Tables {

    private static final int ROWS_PER_REPORT = 1000;

    private static final String NO_NAME = "(no name)";

    private Tables() {
    }

    /** Gives the cells of a row. */
    @FunctionalInterface
    public interface RowSource {

        /**
         * @param row zero-based
         * @return one cell per column
         * @throws IOException if the source cannot be read
         */
        DataCell[] cells(int row) throws IOException;
    }

    /**
     * @param spec columns of the table
     * @param ids RowIDs, unique
     * @param source gives the cells of each row
     * @param exec creates the table
     * @param progress told every {@value #ROWS_PER_REPORT} rows
     * @return the table
     * @throws IOException if the source cannot be read
     */
    public static BufferedDataTable build(final DataTableSpec spec, final String[] ids, final RowSource source,
        final ExecutionContext exec, final Progress progress) throws IOException {
        final var container = exec.createDataContainer(spec);
        try {
            for (int i = 0; i < ids.length; i++) {
                if (i % ROWS_PER_REPORT == 0) {
                    final int done = i;
                    progress.checkCanceled();
                    progress.update((double)i / ids.length,
                        () -> String.format(Locale.ROOT, "Writing row %,d of %,d", done, ids.length));
                }
                container.addRowToTable(new DefaultRow(ids[i], source.cells(i)));
            }
        } finally {
            container.close();
        }
        return container.getTable();
    }

    /** @return the specification of a column; a blank name, which KNIME would number anew each time, is spelled out */
    public static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name.isBlank() ? NO_NAME : name, type).createSpec();
    }

    /**
     * @param columns with any names; KNIME takes blanks off their ends, so that different names may become equal
     * @return the specification of a table of these columns; a number is appended to names that came before
     */
    public static DataTableSpec spec(final Collection<DataColumnSpec> columns) {
        final Set<String> taken = new HashSet<>();
        return new DataTableSpec(columns.stream().map(column -> {
            final var creator = new DataColumnSpecCreator(column);
            creator.setName(uniqueName(column.getName(), taken));
            taken.add(creator.createSpec().getName());
            return creator.createSpec();
        }).toArray(DataColumnSpec[]::new));
    }

    /**
     * @param names any names
     * @return the same, each made unique by a number in the way of KNIME where it came before; the array itself if all
     *         are unique
     */
    public static String[] uniqueIds(final String[] names) {
        final Set<String> taken = new HashSet<>(names.length * 2);
        final Set<String> all = new HashSet<>(Arrays.asList(names));
        if (all.size() == names.length) {
            return names;
        }
        final Map<String, Integer> numbers = new HashMap<>(); // where to go on, or many equal names would take for ever
        final var unique = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            String name = names[i];
            int n = numbers.getOrDefault(name, 1);
            for (; !taken.add(name); n++) {
                final var candidate = names[i] + " (#" + n + ")";
                name = all.contains(candidate) ? name : candidate;
            }
            numbers.put(names[i], n);
            unique[i] = name;
        }
        return unique;
    }

    /**
     * @param wanted a name
     * @param taken names that are taken
     * @return the name, with a number in the way of KNIME if it is taken
     */
    public static String uniqueName(final String wanted, final Iterable<String> taken) {
        final Set<String> names = new HashSet<>();
        taken.forEach(names::add);
        String name = wanted;
        for (int n = 1; names.contains(name); n++) {
            name = wanted + " (#" + n + ")";
        }
        return name;
    }
}
