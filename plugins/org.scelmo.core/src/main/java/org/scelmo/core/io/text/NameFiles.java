package org.scelmo.core.io.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.StringColumn;

/**
 * The lists of names beside a MatrixMarket file. They share what stands before {@code matrix.mtx} in its name, as in
 * {@code GSM1_matrix.mtx.gz}, {@code GSM1_barcodes.tsv.gz}.
 */
final class NameFiles {

    private static final String MATRIX = "matrix.mtx";

    private final Path m_matrix;

    NameFiles(final Path matrix) {
        m_matrix = matrix;
    }

    /** @return the matrix in a folder */
    static Path matrixIn(final Path folder) {
        for (final var name : List.of(MATRIX, MATRIX + ".gz")) {
            if (Files.isRegularFile(folder.resolve(name))) {
                return folder.resolve(name);
            }
        }
        throw new MalformedTextException(folder, 0, "the folder has no matrix.mtx or matrix.mtx.gz.",
            "Choose a folder such as filtered_feature_bc_matrix, or the matrix file itself.");
    }

    private Path find(final String... kinds) {
        final var name = m_matrix.getFileName().toString();
        final int at = name.indexOf(MATRIX);
        final var prefix = at < 0 ? "" : name.substring(0, at);
        for (final var kind : kinds) {
            for (final var ending : List.of(".tsv", ".tsv.gz")) {
                final var file = m_matrix.resolveSibling(prefix + kind + ending);
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
        }
        throw new MalformedTextException(m_matrix, 0,
            "the list of names '%s%s.tsv' (or .tsv.gz) is not beside it.".formatted(prefix, kinds[0]),
            "Put matrix.mtx, barcodes.tsv and features.tsv (or genes.tsv) into one folder.");
    }

    /** @return the cells, without annotations */
    Frame cells() throws IOException {
        final var names = columns(find("barcodes"), 1).get(0);
        return new Frame(names.toArray(String[]::new), Map.of());
    }

    /** @return the genes by symbol, with identifiers and, if the file has them, types */
    Frame genes() throws IOException {
        final var columns = columns(find("features", "genes"), 3);
        final var ids = columns.get(0).toArray(String[]::new);
        final Map<String, Column> annotations = new LinkedHashMap<>();
        annotations.put("gene_ids", new StringColumn(ids));
        if (columns.size() > 2) {
            annotations.put("feature_types", new StringColumn(columns.get(2).toArray(String[]::new)));
        }
        return new Frame(columns.size() > 1 ? columns.get(1).toArray(String[]::new) : ids, annotations);
    }

    /** @return the first columns, at most as many as asked for and as the first line has */
    private static List<List<String>> columns(final Path path, final int most) throws IOException {
        final List<List<String>> columns = new ArrayList<>();
        try (var lines = TextLines.open(path)) {
            while (lines.next()) {
                final var fields = lines.text().split("\t", -1);
                if (columns.isEmpty()) {
                    for (int i = 0; i < Math.min(most, fields.length); i++) {
                        columns.add(new ArrayList<>());
                    }
                }
                if (fields.length < columns.size()) {
                    throw lines.fault("has %d columns, but the first line has %d.".formatted(fields.length,
                        columns.size()), "Separate the columns by tabs.");
                }
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).add(unquoted(fields[i].strip()));
                }
            }
        }
        return columns.isEmpty() ? List.of(List.of()) : columns;
    }

    private static String unquoted(final String field) {
        return field.length() > 1 && field.startsWith("\"") && field.endsWith("\"")
            ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field;
    }
}
