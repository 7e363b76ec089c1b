package org.scelmo.embedded.runner.builtin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;

import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/**
 * The table in the settings of a Table Creator, which come in two forms: column by column since KNIME 5.11, and as a list
 * of filled cells before.
 *
 * @param columns its columns
 * @param rows number of rows
 * @param keys row ids by zero-based number of the row
 */
record CreatedTable(List<TypedColumn> columns, long rows, LongFunction<RowKey> keys) {

    static final CreatedTable EMPTY = new CreatedTable(List.of(), 0, RowKey::createRowKey);

    private static final String CELL_ROWS = "rowIndices";

    static CreatedTable load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return settings.containsKey(CELL_ROWS) ? ofCells(settings) : ofColumns(settings);
    }

    private static CreatedTable ofColumns(final NodeSettingsRO settings) throws InvalidSettingsException {
        final var columns = new ArrayList<TypedColumn>();
        final var rows = settings.getLong("numRows");
        if (rows < 0) {
            throw new InvalidSettingsException("The number of rows is negative");
        }
        final var list = settings.getNodeSettings("columns");
        for (var i = 0; list.containsKey(Integer.toString(i)); i++) {
            final var column = list.getNodeSettings(Integer.toString(i));
            columns.add(TypedColumn.of(column.getString("name"), DataType.load(column.getConfig("type")),
                column.getStringArray("values")));
        }
        return new CreatedTable(columns, rows, RowKey::createRowKey);
    }

    private static CreatedTable ofCells(final NodeSettingsRO settings) throws InvalidSettingsException {
        final var cellRows = settings.getIntArray(CELL_ROWS);
        final var cellColumns = settings.getIntArray("columnIndices");
        final var cells = settings.getStringArray("values");
        final var rows = Arrays.stream(cellRows).max().orElse(-1) + 1;
        final var columns = new ArrayList<TypedColumn>();
        final var properties = settings.getNodeSettings("columnProperties");
        for (var i = 0; properties.containsKey(Integer.toString(i)); i++) {
            final var column = properties.getNodeSettings(Integer.toString(i));
            final var type = column.getDataType("ColumnClass");
            final var missing = column.getString("MissValuePattern", null);
            final var values = new String[rows];
            Arrays.fill(values, "");
            for (var cell = 0; cell < cells.length; cell++) {
                if (cellColumns[cell] == i && cellRows[cell] >= 0) {
                    values[cellRows[cell]] = cells[cell];
                }
            }
            Arrays.setAll(values, row -> values[row].equals(missing) || values[row].isEmpty() && type != StringCell.TYPE
                ? null : values[row]);
            if (!column.getBoolean("SkipThisColumn", false)) {
                columns.add(TypedColumn.of(column.getString("ColumnName"), type, values));
            }
        }
        final var prefix = settings.getString("rowIdPrefix");
        final var suffix = settings.getString("rowIdSuffix");
        final var start = settings.getInt("rowIdStartValue");
        return new CreatedTable(columns, rows, row -> new RowKey(prefix + (start + row) + suffix));
    }
}
