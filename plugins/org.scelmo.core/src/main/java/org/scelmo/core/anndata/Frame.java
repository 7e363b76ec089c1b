package org.scelmo.core.anndata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A table of annotations with one row per cell (obs) or gene (var), as a pandas data frame: an index of names and named
 * columns of equal length. Immutable; names and columns are shared, not copied.
 */
public final class Frame {

    private final String[] m_index;
    private final Map<String, Column> m_columns;

    /**
     * @param index one name per row, none null; duplicates are allowed here and reported by readers
     * @param columns by name, in order; each as long as the index
     * @throws IllegalArgumentException if a column has another length
     */
    public Frame(final String[] index, final Map<String, Column> columns) {
        m_index = index;
        m_columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        m_columns.forEach((name, column) -> {
            if (column.size() != index.length) {
                throw new IllegalArgumentException("Column '%s' has %d entries, but the index has %d."
                    .formatted(name, column.size(), index.length));
            }
        });
    }

    /** @return number of rows */
    public int size() {
        return m_index.length;
    }

    /** @return the names themselves, not a copy */
    public String[] index() {
        return m_index;
    }

    /** @return the columns in order; immutable */
    public Map<String, Column> columns() {
        return m_columns;
    }

    /** @return the column of that name; empty if there is none */
    public Optional<Column> column(final String name) {
        return Optional.ofNullable(m_columns.get(name));
    }

    /** @return these rows only, copied; zero-based positions */
    public Frame select(final int[] rows) {
        return FrameSelection.of(this, rows);
    }

    /** @return a frame that has the column in addition, at the end, or in the place of the one of the same name */
    public Frame with(final String name, final Column column) {
        final var columns = new LinkedHashMap<>(m_columns);
        columns.put(name, column);
        return new Frame(m_index, columns);
    }
}
