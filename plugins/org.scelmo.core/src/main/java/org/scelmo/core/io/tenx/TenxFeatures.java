package org.scelmo.core.io.tenx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.io.hdf5.ElementType.Kind;
import org.scelmo.core.io.hdf5.Hdf5Dataset;
import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.hdf5.Hdf5Group;

/** Reads the features: their names, identifiers and, since version 3, types, genomes and further tags. */
final class TenxFeatures {

    /** Where scanpy puts it. */
    static final String TYPES = "feature_types";
    static final String GENOME = "genome";
    private static final String TYPE = "feature_type";

    private final Hdf5File m_file;
    private final Hdf5Group m_group;
    private final String m_names;
    private final String m_ids;

    TenxFeatures(final Hdf5File file, final Hdf5Group group, final String names, final String ids) {
        m_file = file;
        m_group = group;
        m_names = names;
        m_ids = ids;
    }

    /** @return the features with their identifiers, as {@code gene_ids} */
    Frame named(final int count) throws IOException {
        final Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("gene_ids", new StringColumn(texts(m_ids, count)));
        return new Frame(texts(m_names, count), columns);
    }

    /** @return the features with all that the file says of them */
    Frame annotated(final int count) throws IOException {
        Frame frame = named(count).with(TYPES, new StringColumn(texts(TYPE, count)));
        final List<String> tags = new ArrayList<>(m_group.names());
        tags.removeAll(List.of(m_names, m_ids, TYPE));
        if (tags.remove(GENOME)) {
            tags.add(0, GENOME);
        }
        for (final var tag : tags) {
            final var data = m_group.dataset(tag);
            if (data.isPresent() && data.get().type().kind() == Kind.TEXT && isColumn(data.get(), count)
                && !tag.startsWith("_")) {
                frame = frame.with(tag, new StringColumn(data.get().strings()));
            }
        }
        return frame;
    }

    private static boolean isColumn(final Hdf5Dataset data, final int count) {
        return data.shape().length == 1 && data.shape()[0] == count;
    }

    private String[] texts(final String name, final int count) throws IOException {
        final var data = m_group.dataset(name).filter(d -> isColumn(d, count) && d.type().kind() == Kind.TEXT);
        return data.orElseThrow(() -> new MalformedTenxException(m_file.path(), m_group.path(),
            "'%s' is missing, or not %d texts as the shape says.".formatted(name, count),
            "Copy or download the file again: it may be cut off or damaged.")).strings();
    }
}
