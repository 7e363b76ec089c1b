package org.scelmo.core.io.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.scelmo.core.Progress;
import org.scelmo.core.io.rows.EntrySpool;

/**
 * A table as it stands in the file.
 *
 * @param corner title of the column of names
 * @param rows names of the rows
 * @param columns names of the columns
 * @param entries what is not zero, by row of the file
 */
record TextTable(String corner, List<String> rows, List<String> columns, EntrySpool entries) {

    private static final int CHECK_EVERY = 64;

    static TextTable read(final Path path, final EntrySpool into, final Progress progress) throws IOException {
        try (var lines = TextLines.open(path)) {
            if (!nextLine(lines)) {
                throw new MalformedTextException(path, 0, "the table is empty.", "Choose another file.");
            }
            final var fields = new TableFields(lines, TableFields.separator(lines));
            fields.split();
            final List<String> header = fields.texts(0);
            if (header.size() < 2) {
                throw lines.fault("there is only one column.", "Separate the columns by tab, comma or semicolon.");
            }
            requireTitles(lines, header);
            final List<String> rows = new ArrayList<>();
            // R leaves out the title of the names
            boolean corner = true;
            while (nextLine(lines)) {
                fields.split();
                if (rows.isEmpty()) {
                    corner = fields.count() != header.size() + 1;
                }
                row(lines, fields, header.subList(corner ? 1 : 0, header.size()), rows.size(), into);
                rows.add(fields.text(0));
                if (rows.size() % CHECK_EVERY == 0) {
                    progress.checkCanceled();
                    progress.update(lines.fraction(), () -> "Read %,d rows".formatted(rows.size()));
                }
            }
            final var columns = header.subList(corner ? 1 : 0, header.size());
            return new TextTable(corner ? header.get(0) : "", rows, columns, into);
        }
    }

    private static boolean nextLine(final TextLines lines) throws IOException {
        while (lines.next()) {
            if (!lines.isBlank()) {
                return true;
            }
        }
        return false;
    }

    private static void requireTitles(final TextLines lines, final List<String> header) {
        for (int i = 1; i < header.size(); i++) {
            final var title = header.get(i);
            if (title.isEmpty() || !title.matches("[+-]?\\d*[.,]?\\d+([eE][+-]?\\d+)?")) {
                return;
            }
        }
        throw lines.fault("the first line holds numbers, not the names of the columns.",
            "Add a line with the names of the columns: genes, or cells.");
    }

    private static void row(final TextLines lines, final TableFields fields, final List<String> columns, final int row,
        final EntrySpool into) throws IOException {
        if (fields.count() != columns.size() + 1) {
            throw lines.fault("has %d fields, but %d are needed: a name and %d numbers.".formatted(fields.count(),
                columns.size() + 1, columns.size()),
                "Check this line; numbers need a decimal point, not a comma, and the file may be cut off.");
        }
        if (fields.text(0).isEmpty()) {
            throw lines.fault("has no name in its first field.", "Put the name of the row into the first column.");
        }
        for (int j = 0; j < columns.size(); j++) {
            final float value;
            try {
                value = fields.number(j + 1);
            } catch (NumberFormatException e) {
                throw noNumber(lines, fields.text(j + 1), columns.get(j));
            }
            if (value != 0) {
                into.add(row, j, value);
            }
        }
    }

    private static MalformedTextException noNumber(final TextLines lines, final String text, final String column) {
        if (Numbers.hasDecimalComma(text)) {
            return lines.fault("column '%s' holds '%s', a number with a decimal comma.".formatted(column, text),
                "Write the file with decimal points, as with English settings.");
        }
        final var what = text.isEmpty() ? "is empty" : "holds '%s', which is no number"
            .formatted(text.length() > 40 ? text.substring(0, 40) + "…" : text);
        return lines.fault("column '%s' %s.".formatted(column, what),
            "The first column must hold names, and all others numbers; remove columns of other kinds.");
    }
}
