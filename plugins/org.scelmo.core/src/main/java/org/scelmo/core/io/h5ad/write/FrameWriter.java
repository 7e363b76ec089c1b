package org.scelmo.core.io.h5ad.write;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.io.hdf5.write.ElementKind;
import org.scelmo.core.io.hdf5.write.GroupWriter;

/** Writes obs or var. */
final class FrameWriter {

    private static final String INDEX = "_index";
    /** The list of columns is an attribute, and HDF5 limits those to 64 kB: 16 bytes for each, and some for itself. */
    private static final int MAX_COLUMNS = 4_090;

    private FrameWriter() {
    }

    static void write(final GroupWriter parent, final String name, final Frame frame, final List<String> notes)
        throws IOException {
        if (frame.columns().size() > MAX_COLUMNS) {
            throw new H5adWriteException("%s has %d columns; an .h5ad file can have %d at most.".formatted(name,
                frame.columns().size(), MAX_COLUMNS), "Leave columns out, or move numbers into an embedding (obsm).");
        }
        final var names = Names.inFile(frame.columns().keySet(), Set.of(INDEX), name, notes);
        try (var group = Encoding.group(parent, name, "dataframe", "0.2.0")) {
            group.attribute(INDEX, INDEX);
            group.attribute("column-order", names.values().toArray(String[]::new));
            texts(group, INDEX, frame.index());
            for (final var entry : frame.columns().entrySet()) {
                write(group, names.get(entry.getKey()), entry.getValue());
            }
        }
    }

    private static void write(final GroupWriter parent, final String name, final Column column) throws IOException {
        if (column instanceof CategoricalColumn categorical) {
            categorical(parent, name, categorical);
        } else if (column instanceof StringColumn text) {
            if (text.missingCount() > 0) {
                categorical(parent, name, categories(text));
            } else {
                texts(parent, name, text.values());
            }
        } else if (column instanceof RealColumn real) {
            try (var data = Encoding.list(parent, name, ElementKind.FLOAT64)) {
                for (final var value : real.values()) {
                    data.putDouble(value);
                }
            }
        } else if (column.missingCount() == 0) {
            values(parent, name, column);
        } else {
            nullable(parent, name, column);
        }
    }

    private static void texts(final GroupWriter parent, final String name, final String[] texts) throws IOException {
        try (var data = Encoding.list(parent, name, ElementKind.TEXT)) {
            for (final var text : texts) {
                data.putText(text);
            }
        }
    }

    /** Entries that are missing are written as 0 or false. */
    private static void values(final GroupWriter parent, final String name, final Column column) throws IOException {
        final boolean whole = column instanceof IntegerColumn;
        try (var data = Encoding.list(parent, name, whole ? ElementKind.INT64 : ElementKind.BOOL)) {
            for (int i = 0; i < column.size(); i++) {
                final boolean there = !column.isMissing(i);
                if (column instanceof IntegerColumn integers) {
                    data.putInteger(there ? integers.values()[i] : 0);
                } else if (column instanceof BooleanColumn booleans) {
                    data.putBoolean(there && booleans.values()[i]);
                }
            }
        }
    }

    private static void nullable(final GroupWriter parent, final String name, final Column column)
        throws IOException {
        final var type = column instanceof IntegerColumn ? "nullable-integer" : "nullable-boolean";
        try (var group = Encoding.group(parent, name, type, "0.1.0")) {
            values(group, "values", column);
            try (var mask = Encoding.list(group, "mask", ElementKind.BOOL)) {
                for (int i = 0; i < column.size(); i++) {
                    mask.putBoolean(column.isMissing(i));
                }
            }
        }
    }

    private static CategoricalColumn categories(final StringColumn column) {
        final var categories = Arrays.stream(column.values()).filter(Objects::nonNull).distinct().sorted()
            .toArray(String[]::new);
        final var codes = new int[column.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = column.isMissing(i) ? -1 : Arrays.binarySearch(categories, column.values()[i]);
        }
        return new CategoricalColumn(codes, List.of(categories), false);
    }

    private static void categorical(final GroupWriter parent, final String name, final CategoricalColumn column)
        throws IOException {
        try (var group = Encoding.group(parent, name, "categorical", "0.2.0")) {
            group.attribute("ordered", column.ordered());
            texts(group, "categories", column.categories().toArray(String[]::new));
            try (var codes = Encoding.list(group, "codes", codeKind(column.categories().size()))) {
                for (final var code : column.codes()) {
                    codes.putInteger(Math.max(-1, code));
                }
            }
        }
    }

    /** As pandas chooses. */
    private static ElementKind codeKind(final int categories) {
        if (categories <= Byte.MAX_VALUE) {
            return ElementKind.INT8;
        }
        return categories <= Short.MAX_VALUE ? ElementKind.INT16 : ElementKind.INT32;
    }
}
