package org.scelmo.embedded.runner.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;

/** Prints tables for people: lined up, numbers to the right, long cells cut. */
final class TablePrinter {

    static final int MAX_ROWS = 30;

    static final int MAX_COLUMNS = 12;

    private static final int MAX_CELL = 40;

    private TablePrinter() {
    }

    /** Prints a table, of a large one the beginning. */
    static void print(final BufferedDataTable table, final String title, final Console console) {
        final var spec = table.getDataTableSpec();
        final var columns = Math.min(MAX_COLUMNS, spec.getNumColumns());
        final var layout = new ArrayList<TextTable.Column>();
        layout.add(TextTable.left("RowID"));
        for (var c = 0; c < columns; c++) {
            final var column = spec.getColumnSpec(c);
            layout.add(new TextTable.Column(cut(column.getName()), column.getType().isCompatible(DoubleValue.class)));
        }
        final var text = new TextTable(layout);
        try (var rows = table.iterator()) {
            for (var r = 0; r < MAX_ROWS && rows.hasNext(); r++) {
                final var row = rows.next();
                final var cells = new ArrayList<String>(List.of(cut(row.getKey().getString())));
                for (var c = 0; c < columns; c++) {
                    cells.add(text(row.getCell(c)));
                }
                text.row(cells);
            }
        }
        console.print("");
        console.print(title);
        text.lines().forEach(console::print);
        if (table.size() > MAX_ROWS || spec.getNumColumns() > columns) {
            console.print("… of %,d rows and %,d columns".formatted(table.size(), spec.getNumColumns()));
        }
    }

    /** @return whether a table is small enough to be printed without being asked for */
    static boolean isSmall(final BufferedDataTable table) {
        return table.size() <= MAX_ROWS && table.getDataTableSpec().getNumColumns() <= MAX_COLUMNS;
    }

    private static String text(final DataCell cell) {
        if (cell.isMissing()) {
            return "?";
        }
        if (cell instanceof DoubleCell number) {
            return number(number.getDoubleValue());
        }
        return cut(cell.toString());
    }

    /** Four significant decimals are enough to read; exact values are in the CSV files. */
    private static String number(final double value) {
        final var magnitude = Math.abs(value);
        if (value == Math.rint(value) && magnitude < 1e9) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
        return magnitude >= 1e-3 && magnitude < 1e9 ? String.format(Locale.ROOT, "%.4f", value)
            : String.format(Locale.ROOT, "%.4g", value);
    }

    private static String cut(final String text) {
        return text.length() <= MAX_CELL ? text : text.substring(0, MAX_CELL - 1) + "…";
    }
}
