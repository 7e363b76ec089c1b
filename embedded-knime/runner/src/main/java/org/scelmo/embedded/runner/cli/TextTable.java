package org.scelmo.embedded.runner.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines up text in columns. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<Column> m_columns;

    private final List<List<String>> m_rows = new ArrayList<>();

    /**
     * @param title printed above, empty for none
     * @param right whether its text is aligned to the right, as numbers are
     */
    record Column(String title, boolean right) {
    }

    TextTable(final List<Column> columns) {
        m_columns = List.copyOf(columns);
    }

    static Column left(final String title) {
        return new Column(title, false);
    }

    static Column right(final String title) {
        return new Column(title, true);
    }

    void row(final List<String> cells) {
        m_rows.add(cells.stream().map(TextTable::oneLine).toList());
    }

    /** @return the lines, the titles first, underlined */
    List<String> lines() {
        final var titles = m_columns.stream().map(Column::title).toList();
        final var widths = new int[m_columns.size()];
        for (var c = 0; c < widths.length; c++) {
            widths[c] = width(titles.get(c));
            for (var row : m_rows) {
                widths[c] = Math.max(widths[c], width(row.get(c)));
            }
        }
        final var lines = new ArrayList<String>();
        lines.add(line(titles, widths));
        final var rules = new ArrayList<String>();
        for (var w : widths) {
            rules.add("-".repeat(w));
        }
        lines.add(line(rules, widths));
        m_rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private String line(final List<String> cells, final int[] widths) {
        final var line = new StringBuilder();
        for (var c = 0; c < widths.length; c++) {
            final var padding = " ".repeat(widths[c] - width(cells.get(c)));
            line.append(c == 0 ? "" : GAP);
            line.append(m_columns.get(c).right() ? padding + cells.get(c) : cells.get(c) + padding);
        }
        return line.toString().stripTrailing();
    }

    private static int width(final String text) {
        return text.codePointCount(0, text.length());
    }

    private static String oneLine(final String text) {
        return text.replaceAll("\\s*\\R\\s*", " ").replace('\t', ' ');
    }
}
