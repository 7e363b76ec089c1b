package org.scelmo.core.io.library;

import java.util.ArrayList;
import java.util.List;

/**
 * How a text table separates its fields.
 *
 * @param delimiter tab, comma, semicolon or blank
 */
record TableDialect(char delimiter) {

    /** @return the first of tab, semicolon, comma and blank that the line has outside quotes */
    static TableDialect of(final String line) {
        for (final var delimiter : new char[]{'\t', ';', ',', ' '}) {
            if (new TableDialect(delimiter).split(line).size() > 1) {
                return new TableDialect(delimiter);
            }
        }
        return new TableDialect(',');
    }

    /** @return the fields without their quotes; doubled quotes inside quotes become one; blanks separate in runs */
    List<String> split(final String line) {
        final var fields = new ArrayList<String>();
        int from = 0;
        while (from <= line.length()) {
            if (delimiter == ' ') {
                while (from < line.length() && line.charAt(from) == ' ') {
                    from++;
                }
                if (from == line.length() && !fields.isEmpty()) {
                    break;
                }
            }
            from = from < line.length() && line.charAt(from) == '"' ? quoted(line, from, fields)
                : plain(line, from, fields);
        }
        return fields;
    }

    private int plain(final String line, final int from, final List<String> fields) {
        final int end = line.indexOf(delimiter, from);
        fields.add(line.substring(from, end < 0 ? line.length() : end).strip());
        return end < 0 ? line.length() + 1 : end + 1;
    }

    private int quoted(final String line, final int from, final List<String> fields) {
        final var field = new StringBuilder();
        int i = from + 1;
        while (i < line.length()) {
            final char c = line.charAt(i);
            if (c != '"') {
                field.append(c);
            } else if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else {
                break;
            }
            i++;
        }
        fields.add(field.toString());
        final int end = line.indexOf(delimiter, Math.min(i + 1, line.length()));
        return end < 0 ? line.length() + 1 : end + 1;
    }
}
