package org.scelmo.core.io.h5ad;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.io.h5ad.H5adSummary.Annotation;
import org.scelmo.core.io.h5ad.H5adSummary.Kind;
import org.scelmo.core.io.hdf5.CompoundField;
import org.scelmo.core.io.hdf5.ElementType;
import org.scelmo.core.io.hdf5.Hdf5Dataset;
import org.scelmo.core.io.hdf5.Hdf5File;

/**
 * Reads a data frame stored as an array of records, as anndata before 0.7 did. Categories lie in uns, as
 * {@code <column>_categories}.
 */
final class CompoundFrameReader {

    private static final String RESAVE = "Save the file again with a current version of anndata.";

    private final Hdf5File m_file;
    private final Hdf5Dataset m_data;

    CompoundFrameReader(final Hdf5File file, final Hdf5Dataset data) {
        m_file = file;
        m_data = data;
        if (data.type().kind() != ElementType.Kind.COMPOUND || data.shape().length != 1) {
            throw new MalformedAnnDataException(file.path(), data.path(), "this is no data frame.", RESAVE);
        }
    }

    long size() {
        return m_data.shape()[0];
    }

    private CompoundField index(final List<CompoundField> fields) {
        return fields.stream().filter(f -> f.name().equals("index") || f.name().equals("_index")).findFirst()
            .or(() -> fields.stream().findFirst())
            .filter(f -> f.length() == 1 && (f.type().kind() == ElementType.Kind.TEXT || f.type().isWhole()))
            .orElseThrow(() -> new MalformedAnnDataException(m_file.path(), m_data.path(), "the names are missing.",
                RESAVE));
    }

    Frame read(final Notes notes) throws IOException {
        m_data.checkPlausible();
        final var fields = m_data.fields();
        final var index = index(fields);
        final var names = names(index);
        final Map<String, Column> columns = new LinkedHashMap<>();
        for (final var field : fields) {
            if (field.equals(index)) {
                continue;
            }
            final var column = column(field);
            if (column == null) {
                notes.add("%s: column '%s' is of a kind that is not read and was left out."
                    .formatted(m_data.path(), field.name()));
            } else {
                columns.put(field.name(), column);
            }
        }
        return new Frame(names, columns);
    }

    private String[] names(final CompoundField index) throws IOException {
        return index.type().kind() == ElementType.Kind.TEXT ? strings(index)
            : Arrays.stream(longs(index)).mapToObj(Long::toString).toArray(String[]::new);
    }

    private Column column(final CompoundField field) throws IOException {
        if (field.length() != 1) {
            return null;
        }
        final var categories = categories(field.name());
        if (categories != null && field.type().isWhole()) {
            return new ColumnReader(m_file).categorical(m_data.path() + "/" + field.name(), longs(field),
                ColumnReader.texts(categories), false);
        }
        return switch (field.type().kind()) {
            case INT, UINT -> new IntegerColumn(longs(field), null);
            case BOOL -> new BooleanColumn(truths(field), null);
            case FLOAT -> new RealColumn(doubles(field));
            case TEXT -> new StringColumn(strings(field));
            default -> null;
        };
    }

    /** @return the column of that name; empty if there is none, or none that is read */
    Optional<Column> column(final String name) throws IOException {
        m_data.checkPlausible();
        for (final var field : m_data.fields()) {
            if (field.name().equals(name)) {
                return Optional.ofNullable(column(field));
            }
        }
        return Optional.empty();
    }

    private Hdf5Dataset categories(final String column) throws IOException {
        final var uns = m_file.root().group("uns");
        return uns.isEmpty() ? null : uns.get().dataset(column + "_categories").orElse(null);
    }

    private int rows() {
        return Math.toIntExact(m_data.shape()[0]);
    }

    private String[] strings(final CompoundField field) throws IOException {
        final var values = new String[rows()];
        m_data.open().strings(field, 0, values.length, values, 0);
        return values;
    }

    private long[] longs(final CompoundField field) throws IOException {
        final var values = new long[rows()];
        m_data.open().longs(field, 0, values.length, values, 0);
        return values;
    }

    private double[] doubles(final CompoundField field) throws IOException {
        final var values = new double[rows()];
        m_data.open().doubles(field, 0, values.length, values, 0);
        return values;
    }

    private boolean[] truths(final CompoundField field) throws IOException {
        final var numbers = longs(field);
        final var values = new boolean[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers[i] != 0;
        }
        return values;
    }

    List<Annotation> annotations() throws IOException {
        final var fields = m_data.fields();
        final var index = index(fields);
        final List<Annotation> annotations = new ArrayList<>();
        for (final var field : fields) {
            final var categories = categories(field.name());
            if (field.equals(index)) {
                continue;
            }
            if (categories != null && field.type().isWhole()) {
                annotations.add(new Annotation(field.name(), Kind.CATEGORICAL, FrameReader.count(categories)));
            } else {
                final var kind = field.length() == 1 ? FrameReader.kind(field.type()) : Kind.UNKNOWN;
                annotations.add(new Annotation(field.name(), kind, 0));
            }
        }
        return annotations;
    }

    /** @return the rows of a field that holds several numbers, such as an embedding */
    static float[][] rows(final Hdf5Dataset data, final CompoundField field) throws IOException {
        data.checkPlausible();
        final int rows = Math.toIntExact(data.shape()[0]);
        final var values = new double[Math.multiplyExact(rows, field.length())];
        data.open().doubles(field, 0, rows, values, 0);
        final var matrix = new float[rows][field.length()];
        for (int i = 0; i < values.length; i++) {
            matrix[i / field.length()][i % field.length()] = (float)values[i];
        }
        return matrix;
    }
}
