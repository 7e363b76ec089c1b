package org.scelmo.embedded.runner.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.knime.core.node.BufferedDataTable;

/** Writes tables as RFC 4180 text: UTF-8, comma, CRLF, RowID first; a missing value is an empty field. */
final class CsvWriter {

    private CsvWriter() {
    }

    static void write(final BufferedDataTable table, final Path file) throws IOException {
        final var spec = table.getDataTableSpec();
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8); var rows = table.iterator()) {
            field(out, "RowID");
            for (var column : spec) {
                out.append(',');
                field(out, column.getName());
            }
            out.append("\r\n");
            while (rows.hasNext()) {
                final var row = rows.next();
                field(out, row.getKey().getString());
                for (var cell : row) {
                    out.append(',');
                    if (!cell.isMissing()) {
                        field(out, cell.toString());
                    }
                }
                out.append("\r\n");
            }
        }
    }

    private static void field(final Appendable out, final String text) throws IOException {
        if (text.isEmpty() || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')) {
            out.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            out.append(text);
        }
    }
}
