package org.scelmo.core.io.h5ad;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.io.h5ad.H5adSummary.Annotation;
import org.scelmo.core.io.h5ad.H5adSummary.Kind;
import org.scelmo.core.io.hdf5.ElementType;
import org.scelmo.core.io.hdf5.Hdf5Dataset;
import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.hdf5.Hdf5Group;
import org.scelmo.core.io.hdf5.Hdf5Node;

/** Reads a data frame stored as a group with one member per column (anndata 0.7 and later). */
final class FrameReader {

    private static final String LEGACY_CATEGORIES = "__categories";
    private static final String RESAVE = "Save the file again with a current version of anndata.";

    private final Hdf5File m_file;
    private final Hdf5Group m_group;

    FrameReader(final Hdf5File file, final Hdf5Group group) {
        m_file = file;
        m_group = group;
    }

    private String indexName() throws IOException {
        final var named = m_group.attributes().text("_index");
        if (named.isPresent()) {
            return named.get();
        }
        return m_group.has("_index") || !m_group.has("index") ? "_index" : "index";
    }

    private Hdf5Node indexNode() throws IOException {
        final var name = indexName();
        return m_group.at(name).orElseThrow(() -> new MalformedAnnDataException(m_file.path(), m_group.path(),
            "the names ('%s') are missing.".formatted(name), RESAVE));
    }

    private List<String> columnNames() throws IOException {
        final var ordered = m_group.attributes().texts("column-order");
        if (ordered.isPresent()) {
            return List.of(ordered.get());
        }
        final List<String> names = new ArrayList<>(m_group.names());
        names.remove(indexName());
        names.remove(LEGACY_CATEGORIES);
        return names;
    }

    /** @return number of rows, without reading them */
    long size() throws IOException {
        final var node = indexNode();
        final var data = node instanceof Hdf5Group group
            ? group.dataset(group.has("codes") ? "codes" : "values").orElse(null) : (Hdf5Dataset)node;
        if (data == null || data.shape().length != 1) {
            throw new MalformedAnnDataException(m_file.path(), node.path(), "the names are not one row of text.",
                RESAVE);
        }
        return data.shape()[0];
    }

    Frame read(final Notes notes) throws IOException {
        final var index = index();
        final Map<String, Column> columns = new LinkedHashMap<>();
        final var reader = new ColumnReader(m_file);
        for (final var name : columnNames()) {
            final var node = m_group.at(name).orElseThrow(() -> new MalformedAnnDataException(m_file.path(),
                m_group.path(), "the column '%s' is listed, but missing.".formatted(name), RESAVE));
            final var column = reader.read(node, legacyCategories(name));
            if (column.isEmpty()) {
                notes.add("%s: column '%s' is of a kind that is not read%s and was left out."
                    .formatted(m_group.path(), name, encoding(node)));
                continue;
            }
            if (column.get().size() != index.length) {
                throw new MalformedAnnDataException(m_file.path(), node.path(),
                    "the column has %d entries, but there are %d names.".formatted(column.get().size(), index.length),
                    RESAVE);
            }
            columns.put(name, column.get());
        }
        return new Frame(index, columns);
    }

    /** @return one column; empty if there is none of that name, or it is of a kind that is not read */
    Optional<Column> column(final String name) throws IOException {
        final var node = m_group.at(name);
        return node.isEmpty() ? Optional.empty() : new ColumnReader(m_file).read(node.get(), legacyCategories(name));
    }

    private static String encoding(final Hdf5Node node) throws IOException {
        return node.attributes().text("encoding-type").map(" (encoding '%s')"::formatted).orElse("");
    }

    private String[] index() throws IOException {
        final var node = indexNode();
        final var column = new ColumnReader(m_file).read(node, null).orElseThrow(() -> new MalformedAnnDataException(
            m_file.path(), node.path(), "the names are not one row of text.", RESAVE));
        final var names = new String[column.size()];
        for (int i = 0; i < names.length; i++) {
            final var text = column.text(i);
            names[i] = text == null ? "" : text;
        }
        return names;
    }

    private Hdf5Dataset legacyCategories(final String column) throws IOException {
        final var all = m_group.group(LEGACY_CATEGORIES);
        return all.isEmpty() ? null
            : (Hdf5Dataset)all.get().at(column).filter(Hdf5Dataset.class::isInstance).orElse(null);
    }

    List<Annotation> annotations() throws IOException {
        final List<Annotation> annotations = new ArrayList<>();
        for (final var name : columnNames()) {
            final var node = m_group.at(name);
            annotations.add(annotation(name, node.orElse(null)));
        }
        return annotations;
    }

    private Annotation annotation(final String name, final Hdf5Node node) throws IOException {
        if (node instanceof Hdf5Dataset data) {
            final var legacy = legacyCategories(name);
            return legacy != null && data.type().isWhole() ? new Annotation(name, Kind.CATEGORICAL, count(legacy))
                : new Annotation(name, data.shape().length == 1 ? kind(data.type()) : Kind.UNKNOWN, 0);
        }
        if (node instanceof Hdf5Group group) {
            final var encoding = group.attributes().text("encoding-type").orElse("");
            if (encoding.equals("categorical")) {
                final Optional<Hdf5Dataset> categories = group.dataset("categories");
                return new Annotation(name, Kind.CATEGORICAL, categories.isPresent() ? count(categories.get()) : 0);
            }
            final var values = group.dataset("values");
            if (encoding.startsWith("nullable-") && values.isPresent()) {
                return new Annotation(name, kind(values.get().type()), 0);
            }
        }
        return new Annotation(name, Kind.UNKNOWN, 0);
    }

    static long count(final Hdf5Dataset data) {
        return data.shape().length == 1 ? data.shape()[0] : 0;
    }

    static Kind kind(final ElementType type) {
        return switch (type.kind()) {
            case INT, UINT -> Kind.INTEGER;
            case FLOAT -> Kind.REAL;
            case BOOL -> Kind.BOOLEAN;
            case TEXT -> Kind.TEXT;
            default -> Kind.UNKNOWN;
        };
    }
}
