package org.scelmo.nodes.testing;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** Reads output tables. */
public final class Rows {

    private Rows() {
    }

    /** @return the RowIDs */
    public static List<String> ids(final BufferedDataTable table) {
        final var ids = new ArrayList<String>();
        try (CloseableRowIterator rows = table.iterator()) {
            rows.forEachRemaining(row -> ids.add(row.getKey().getString()));
        }
        return ids;
    }

    /** @return the cells of a column; missing ones are null */
    public static List<DataCell> cells(final BufferedDataTable table, final String column) {
        final int index = table.getDataTableSpec().findColumnIndex(column);
        if (index < 0) {
            throw new AssertionError("There is no column '" + column + "' in " + table.getDataTableSpec());
        }
        final var cells = new ArrayList<DataCell>();
        try (CloseableRowIterator rows = table.iterator()) {
            rows.forEachRemaining(row -> cells.add(row.getCell(index).isMissing() ? null : row.getCell(index)));
        }
        return cells;
    }

    /** @return the texts of a column; missing ones are null */
    public static List<String> texts(final BufferedDataTable table, final String column) {
        return cells(table, column).stream().map(cell -> cell == null ? null : cell.toString()).toList();
    }

    /** @return the number in a cell */
    public static double number(final BufferedDataTable table, final String id, final String column) {
        return ((DoubleValue)cells(table, column).get(ids(table).indexOf(id))).getDoubleValue();
    }
}
