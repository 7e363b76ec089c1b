package org.scelmo.embedded.runner.format;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** Tables that are saved as a rule over other tables of the workflow. */
final class DerivedTables {

    private static final String INTERNAL = "meta_internal";

    private static final String REFERENCE = "table_reference_ID";

    private DerivedTables() {
    }

    /** Opens the columns a table adds to another one. */
    @FunctionalInterface
    interface AppendedColumns {
        RowSource open(int columns) throws IOException, InvalidSettingsException;
    }

    /** Columns of another table, dropped and reordered, and columns of its own. */
    static StoredTable rearranged(final DataTableSpec spec, final NodeSettingsRO meta, final TableIndex tables,
        final AppendedColumns appended) throws InvalidSettingsException, IOException {
        final var internal = meta.getNodeSettings(INTERNAL);
        final var reference = tables.open(internal.getInt(REFERENCE));
        final var map = internal.getIntArray("table_internal_map");
        final var fromReference = internal.getBooleanArray("table_internal_flags");
        var own = 0;
        for (var flag : fromReference) {
            own += flag ? 0 : 1;
        }
        final var ownColumns = own;
        return new StoredTable(spec, reference.size(), () -> {
            try {
                final var base = reference.open();
                final var added = ownColumns == 0 ? null : appended.open(ownColumns);
                return new Merged(added == null ? List.of(base) : List.of(base, added), parts -> {
                    final var cells = new DataCell[map.length];
                    for (var c = 0; c < map.length; c++) {
                        cells[c] = parts.get(fromReference[c] ? 0 : 1).cells()[map[c]];
                    }
                    return new StoredRow(parts.get(0).key(), cells);
                });
            } catch (final InvalidSettingsException e) {
                throw new IOException(e.getMessage(), e);
            }
        });
    }

    /** The columns of two tables with the same rows. */
    static StoredTable joined(final DataTableSpec spec, final NodeSettingsRO meta, final TableIndex tables)
        throws InvalidSettingsException, IOException {
        final var internal = meta.getNodeSettings(INTERNAL);
        final var left = tables.open(internal.getInt("leftTableID"));
        final var right = tables.open(internal.getInt("rightTableID"));
        return new StoredTable(spec, left.size(), () -> new Merged(List.of(left.open(), right.open()), parts -> {
            final var first = parts.get(0).cells();
            final var second = parts.get(1).cells();
            final var cells = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, cells, first.length, second.length);
            return new StoredRow(parts.get(0).key(), cells);
        }));
    }

    /** The rows of several tables. */
    static StoredTable concatenated(final DataTableSpec spec, final NodeSettingsRO meta, final TableIndex tables)
        throws InvalidSettingsException, IOException {
        final var internal = meta.getNodeSettings(INTERNAL);
        final var parts = new ArrayList<StoredTable>();
        var size = 0L;
        for (var id : internal.getIntArray("table_reference_IDS")) {
            parts.add(tables.open(id));
            size += parts.get(parts.size() - 1).size();
        }
        final var suffix = internal.getString("duplicate_row_key_suffix", null);
        final var newKeys = "CreateNew".equals(internal.getString("duplicate_row_key_policy", null));
        return new StoredTable(spec, size, () -> {
            if (newKeys) {
                final var next = new long[1];
                return new Chained(parts, spec, key -> RowKey.createRowKey(next[0]++).getString());
            }
            final var seen = new HashSet<String>();
            return new Chained(parts, spec, suffix == null ? key -> key : key -> unique(key, suffix, seen));
        });
    }

    /** Another table with other column names or types. */
    static StoredTable renamed(final DataTableSpec spec, final NodeSettingsRO meta, final TableIndex tables)
        throws InvalidSettingsException, IOException {
        final var reference = tables.open(meta.getNodeSettings(INTERNAL).getInt(REFERENCE));
        return new StoredTable(spec, reference.size(), reference::open);
    }

    /** No rows at all. */
    static StoredTable empty(final DataTableSpec spec) {
        return new StoredTable(spec, 0, () -> new Chained(List.of(), spec, key -> key));
    }

    private static String unique(final String key, final String suffix, final Set<String> seen) {
        var candidate = key;
        while (!seen.add(candidate)) {
            candidate += suffix;
        }
        return candidate;
    }

    /** Puts one row together from the next rows of several sources. */
    private static final class Merged implements RowSource {

        private final List<RowSource> m_sources;

        private final Merge m_merge;

        interface Merge {
            StoredRow apply(List<StoredRow> parts);
        }

        Merged(final List<RowSource> sources, final Merge merge) {
            m_sources = sources;
            m_merge = merge;
        }

        @Override
        public boolean hasNext() throws IOException {
            return m_sources.get(0).hasNext();
        }

        @Override
        public StoredRow next() throws IOException {
            final var parts = new ArrayList<StoredRow>(m_sources.size());
            for (var source : m_sources) {
                parts.add(source.next());
            }
            return m_merge.apply(parts);
        }

        @Override
        public void close() throws IOException {
            for (var source : m_sources) {
                source.close();
            }
        }
    }

    /** Several sources one after the other; columns are found by name. */
    private static final class Chained implements RowSource {

        private final ArrayDeque<StoredTable> m_waiting;

        private final DataTableSpec m_spec;

        private final UnaryOperator<String> m_keys;

        private int[] m_columns;

        private RowSource m_current;

        Chained(final List<StoredTable> parts, final DataTableSpec spec, final UnaryOperator<String> keys) {
            m_waiting = new ArrayDeque<>(parts);
            m_spec = spec;
            m_keys = keys;
        }

        @Override
        public boolean hasNext() throws IOException {
            while (m_current == null || !m_current.hasNext()) {
                close();
                if (m_waiting.isEmpty()) {
                    return false;
                }
                final var part = m_waiting.remove();
                m_columns = m_spec.stream().mapToInt(c -> part.spec().findColumnIndex(c.getName())).toArray();
                m_current = part.open();
            }
            return true;
        }

        @Override
        public StoredRow next() throws IOException {
            final var row = m_current.next();
            final var cells = new DataCell[m_columns.length];
            for (var c = 0; c < cells.length; c++) {
                cells[c] = m_columns[c] < 0 ? DataType.getMissingCell()
                    : row.cells()[m_columns[c]];
            }
            return new StoredRow(m_keys.apply(row.key()), cells);
        }

        @Override
        public void close() throws IOException {
            if (m_current != null) {
                m_current.close();
                m_current = null;
            }
        }
    }
}
