package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.scelmo.embedded.core.access.Accessors;
import org.scelmo.embedded.core.access.RearrangeAccess;

/** Describes how the columns of a table become those of another: kept, moved, removed, computed. */
public class ColumnRearranger {

    static {
        Accessors.register(RearrangeAccess.class, RowRearranger::rearrange);
    }

    private final DataTableSpec m_original;

    private final List<RearrangedColumn> m_columns = new ArrayList<>();

    public ColumnRearranger(final DataTableSpec original) {
        m_original = original;
        for (var i = 0; i < original.getNumColumns(); i++) {
            m_columns.add(RearrangedColumn.kept(original.getColumnSpec(i), i));
        }
    }

    public final DataTableSpec createSpec() {
        return new DataTableSpec(m_original.getName(),
            m_columns.stream().map(RearrangedColumn::spec).toArray(DataColumnSpec[]::new));
    }

    public final int getColumnCount() {
        return m_columns.size();
    }

    public final int indexOf(final String columnName) {
        return IntStream.range(0, m_columns.size())
            .filter(i -> m_columns.get(i).spec().getName().equals(columnName)).findFirst().orElse(-1);
    }

    public final void append(final CellFactory fac) {
        insertAt(m_columns.size(), fac);
    }

    public final void insertAt(final int position, final CellFactory fac) {
        final var specs = fac.getColumnSpecs();
        for (var i = 0; i < specs.length; i++) {
            m_columns.add(position + i, RearrangedColumn.computed(specs[i], fac, i));
        }
    }

    public final void replace(final CellFactory newCol, final String colName) {
        replace(newCol, indices(colName));
    }

    public final void replace(final CellFactory fac, final int... colIndex) {
        final var specs = fac.getColumnSpecs();
        if (specs.length != colIndex.length) {
            throw new IndexOutOfBoundsException("The factory computes " + specs.length + " columns, "
                + colIndex.length + " are to be replaced.");
        }
        for (var i = 0; i < colIndex.length; i++) {
            m_columns.set(colIndex[i], RearrangedColumn.computed(specs[i], fac, i));
        }
    }

    public final void remove(final int... colIndices) {
        final var drop = new HashSet<RearrangedColumn>();
        for (final var index : colIndices) {
            drop.add(m_columns.get(index));
        }
        m_columns.removeIf(drop::contains);
    }

    public final void remove(final String... colNames) {
        remove(indices(colNames));
    }

    /** Keeps the given columns in their present order and removes all others. */
    public final void keepOnly(final int... colIndices) {
        final var keep = new HashSet<RearrangedColumn>();
        for (final var index : colIndices) {
            keep.add(m_columns.get(index));
        }
        m_columns.removeIf(c -> !keep.contains(c));
    }

    public final void keepOnly(final String... colNames) {
        keepOnly(indices(colNames));
    }

    /** Moves the column that is at one index before the column that is at another. */
    public final void move(final int colIndex, final int newIndex) {
        final var column = m_columns.get(colIndex);
        m_columns.add(newIndex, column);
        m_columns.remove(newIndex <= colIndex ? colIndex + 1 : colIndex);
    }

    public final void move(final String colName, final int newIndex) {
        move(indices(colName)[0], newIndex);
    }

    private int[] indices(final String... names) {
        final var indices = new int[names.length];
        for (var i = 0; i < names.length; i++) {
            indices[i] = indexOf(names[i]);
            if (indices[i] < 0) {
                throw new IllegalArgumentException("No such column: \"" + names[i] + "\".");
            }
        }
        return indices;
    }

    final DataTableSpec originalSpec() {
        return m_original;
    }

    final List<RearrangedColumn> columns() {
        return List.copyOf(m_columns);
    }
}
