package org.scelmo.core.io.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.io.npy.NpyHeader;

import com.fasterxml.jackson.databind.ObjectMapper;

/** A data frame as files. */
final class FrameFiles {

    private static final String HEADER = "frame.json";
    private static final String INDEX = "index";
    private static final String BOOL = "|b1";
    private static final String FLOAT64 = "<f8";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What stands in {@code frame.json}. */
    record Header(int rows, List<ColumnHeader> columns) {
    }

    /** A column, without its values; categories only if it is categorical. */
    record ColumnHeader(String name, String kind, boolean missing, boolean ordered, List<String> categories) {
    }

    private FrameFiles() {
    }

    static void write(final Path folder, final Frame frame) throws IOException {
        Texts.write(folder, INDEX, Arrays.asList(frame.index()));
        final List<ColumnHeader> headers = new ArrayList<>();
        for (final var entry : frame.columns().entrySet()) {
            final var file = "c" + headers.size();
            headers.add(header(entry.getKey(), entry.getValue()));
            writeValues(folder, file, entry.getValue());
        }
        StoreWriter.json(folder.resolve(HEADER), new Header(frame.size(), headers));
    }

    private static ColumnHeader header(final String name, final Column column) {
        if (column instanceof CategoricalColumn categorical) {
            return new ColumnHeader(name, "categorical", false, categorical.ordered(), categorical.categories());
        }
        final var kind = column instanceof StringColumn ? "text" : column instanceof IntegerColumn ? "integer"
            : column instanceof RealColumn ? "real" : "boolean";
        return new ColumnHeader(name, kind, !kind.equals("real") && column.missingCount() > 0, false, List.of());
    }

    private static void writeValues(final Path folder, final String file, final Column column) throws IOException {
        if (column instanceof StringColumn text) {
            Texts.write(folder, file, Arrays.asList(text.values()));
        } else {
            final var descr = column instanceof IntegerColumn ? NpyHeader.INT64 : column instanceof RealColumn ? FLOAT64
                : column instanceof BooleanColumn ? BOOL : NpyHeader.INT32;
            try (var out = new NpyWriter(folder.resolve(file + ".npy"), descr)) {
                writeNumbers(out, column);
                out.finish(column.size());
            }
        }
        if (!(column instanceof RealColumn) && !(column instanceof CategoricalColumn) && column.missingCount() > 0) {
            final var missing = new boolean[column.size()];
            for (int i = 0; i < missing.length; i++) {
                missing[i] = column.isMissing(i);
            }
            try (var out = new NpyWriter(folder.resolve(file + ".missing.npy"), BOOL)) {
                out.booleans(missing);
                out.finish(missing.length);
            }
        }
    }

    private static void writeNumbers(final NpyWriter out, final Column column) throws IOException {
        if (column instanceof IntegerColumn whole) {
            out.longs(whole.values());
        } else if (column instanceof RealColumn real) {
            out.doubles(real.values());
        } else if (column instanceof BooleanColumn truth) {
            out.booleans(truth.values());
        } else if (column instanceof CategoricalColumn categorical) {
            out.ints(categorical.codes(), categorical.size());
        }
    }

    static Frame read(final String part, final Path folder) throws IOException {
        final var header = JSON.readValue(folder.resolve(HEADER).toFile(), Header.class);
        final Map<String, Column> columns = new LinkedHashMap<>();
        for (int i = 0; i < header.columns.size(); i++) {
            final var column = header.columns.get(i);
            columns.put(column.name, read(part, folder, "c" + i, column, header.rows));
        }
        return new Frame(Texts.read(part, folder, INDEX, header.rows), columns);
    }

    private static Column read(final String part, final Path folder, final String file, final ColumnHeader header,
        final int rows) throws IOException {
        final boolean[] missing = header.missing ? new boolean[rows] : null;
        if (missing != null) {
            new NpyMap(part, folder.resolve(file + ".missing.npy"), BOOL, rows).booleans(missing);
        }
        final var numbers = folder.resolve(file + ".npy");
        switch (header.kind) {
            case "integer":
                final var longs = new long[rows];
                new NpyMap(part, numbers, NpyHeader.INT64, rows).longs(0, longs);
                return new IntegerColumn(longs, missing);
            case "real":
                final var doubles = new double[rows];
                new NpyMap(part, numbers, FLOAT64, rows).doubles(doubles);
                return new RealColumn(doubles);
            case "boolean":
                final var truths = new boolean[rows];
                new NpyMap(part, numbers, BOOL, rows).booleans(truths);
                return new BooleanColumn(truths, missing);
            case "categorical":
                final var codes = new int[rows];
                new NpyMap(part, numbers, NpyHeader.INT32, rows).ints(0, codes, 0, rows);
                return new CategoricalColumn(codes, header.categories, header.ordered);
            case "text":
                final var texts = Texts.read(part, folder, file, rows);
                for (int i = 0; i < rows && missing != null; i++) {
                    texts[i] = missing[i] ? null : texts[i];
                }
                return new StringColumn(texts);
            default:
                throw new StoreException(null, part, "column '%s' is of the unknown kind '%s'".formatted(header.name,
                    header.kind));
        }
    }
}
