package org.scelmo.core.io.h5ad;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.io.hdf5.ElementType.Kind;
import org.scelmo.core.io.hdf5.Hdf5Dataset;
import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.hdf5.Hdf5Group;
import org.scelmo.core.io.hdf5.Hdf5Node;

/** Reads one column of a data frame in any of AnnData's encodings. */
final class ColumnReader {

    private final Hdf5File m_file;

    ColumnReader(final Hdf5File file) {
        m_file = file;
    }

    /**
     * @param node the column
     * @param legacyCategories of a column of codes as anndata 0.7 wrote it, or null
     * @return the column, or empty if it is of a kind that is not known
     */
    Optional<Column> read(final Hdf5Node node, final Hdf5Dataset legacyCategories) throws IOException {
        if (node instanceof Hdf5Dataset data) {
            if (data.shape().length != 1) {
                return Optional.empty();
            }
            if (legacyCategories != null && data.type().isWhole()) {
                return Optional.of(categorical(data, legacyCategories, legacyCategories));
            }
            return plain(data);
        }
        final var group = (Hdf5Group)node;
        return switch (group.attributes().text("encoding-type").orElse("")) {
            case "categorical" -> {
                final var categories = part(group, "categories");
                yield Optional.of(categorical(part(group, "codes"), categories, group));
            }
            case "nullable-integer", "nullable-boolean", "nullable-string-array" -> nullable(group);
            default -> Optional.empty();
        };
    }

    private Hdf5Dataset part(final Hdf5Group group, final String name) throws IOException {
        return group.dataset(name).orElseThrow(() -> new MalformedAnnDataException(m_file.path(), group.path(),
            "the column has no '%s'.".formatted(name), "Save the file again with a current version of anndata."));
    }

    private static Optional<Column> plain(final Hdf5Dataset data) throws IOException {
        return Optional.ofNullable(switch (data.type().kind()) {
            case INT -> new IntegerColumn(data.longs(), null);
            case UINT -> unsigned(data);
            case FLOAT -> new RealColumn(data.doubles());
            case BOOL -> new BooleanColumn(data.booleans(), null);
            case TEXT -> new StringColumn(data.strings());
            default -> null;
        });
    }

    /** Numbers above 2<sup>63</sup> − 1 fit only a real column. */
    private static Column unsigned(final Hdf5Dataset data) throws IOException {
        final var values = data.longs();
        return Arrays.stream(values).anyMatch(v -> v < 0) ? new RealColumn(data.doubles())
            : new IntegerColumn(values, null);
    }

    private CategoricalColumn categorical(final Hdf5Dataset codes, final Hdf5Dataset categories,
        final Hdf5Node orderedAt) throws IOException {
        final boolean ordered = orderedAt.attributes().longs("ordered").map(o -> o.length == 1 && o[0] != 0)
            .orElse(false);
        return categorical(codes.path(), codes.longs(), texts(categories), ordered);
    }

    CategoricalColumn categorical(final String path, final long[] codes, final List<String> categories,
        final boolean ordered) {
        if (new HashSet<>(categories).size() < categories.size()) {
            throw new MalformedAnnDataException(m_file.path(), path, "a category is listed twice.",
                "Give each category a name of its own and save the file again.");
        }
        final var small = new int[codes.length];
        for (int i = 0; i < small.length; i++) {
            if (codes[i] < -1 || codes[i] >= categories.size()) {
                throw new MalformedAnnDataException(m_file.path(), path,
                    "entry %d has the code %d, but there are only %d categories.".formatted(i, codes[i],
                        categories.size()), "Save the file again with a current version of anndata.");
            }
            small[i] = (int)codes[i];
        }
        return new CategoricalColumn(small, categories, ordered);
    }

    /** @return the elements as text, numbers and truth values as Python prints them */
    static List<String> texts(final Hdf5Dataset data) throws IOException {
        if (data.type().kind() == Kind.BOOL) {
            return Arrays.stream(data.longs()).mapToObj(v -> v != 0 ? "True" : "False").toList();
        }
        if (data.type().isWhole()) {
            return Arrays.stream(data.longs())
                .mapToObj(data.type().kind() == Kind.UINT ? Long::toUnsignedString : Long::toString).toList();
        }
        if (data.type().kind() == Kind.FLOAT) {
            return Arrays.stream(data.doubles()).mapToObj(Double::toString).toList();
        }
        return List.of(data.strings());
    }

    private Optional<Column> nullable(final Hdf5Group group) throws IOException {
        final var values = plain(part(group, "values"));
        final var mask = part(group, "mask").booleans();
        if (values.isPresent() && values.get().size() != mask.length) {
            throw new MalformedAnnDataException(m_file.path(), group.path(),
                "there are %d values, but %d marks of missing ones.".formatted(values.get().size(), mask.length),
                "Save the file again with a current version of anndata.");
        }
        return values.map(column -> masked(column, mask));
    }

    private static Column masked(final Column column, final boolean[] mask) {
        if (column instanceof IntegerColumn whole) {
            return new IntegerColumn(whole.values(), mask);
        }
        if (column instanceof BooleanColumn truth) {
            return new BooleanColumn(truth.values(), mask);
        }
        if (column instanceof RealColumn real) {
            final var values = real.values().clone();
            for (int i = 0; i < mask.length; i++) {
                values[i] = mask[i] ? Double.NaN : values[i];
            }
            return new RealColumn(values);
        }
        final var values = new String[mask.length];
        for (int i = 0; i < mask.length; i++) {
            values[i] = mask[i] ? null : column.text(i);
        }
        return new StringColumn(values);
    }
}
