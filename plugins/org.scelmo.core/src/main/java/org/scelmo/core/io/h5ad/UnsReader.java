package org.scelmo.core.io.h5ad;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.scelmo.core.io.hdf5.ElementType.Kind;
import org.scelmo.core.io.hdf5.Hdf5Dataset;
import org.scelmo.core.io.hdf5.Hdf5Group;
import org.scelmo.core.io.hdf5.Hdf5Node;

/** Reads what is simple in uns: texts, numbers, truth values, short lists and maps of these. */
final class UnsReader {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_ENTRIES = 10_000;
    private static final long MAX_LIST = 100_000;

    /** Addresses of the groups above, as links can lead back to one of them. */
    private final Set<Long> m_above = new HashSet<>();
    private int m_entries;
    private int m_skipped;

    Map<String, Object> read(final Hdf5Group group, final Notes notes) throws IOException {
        final var values = map(group, 0);
        if (m_skipped > 0) {
            notes.leftOut("uns: %d entries that are no simple values were left out.".formatted(m_skipped));
        }
        return values;
    }

    private Map<String, Object> map(final Hdf5Group group, final int depth) throws IOException {
        final Map<String, Object> values = new LinkedHashMap<>();
        m_above.add(group.address());
        for (final var name : group.names()) {
            if (depth >= MAX_DEPTH || ++m_entries > MAX_ENTRIES) {
                m_skipped++;
                continue;
            }
            final var node = group.child(name).orElseThrow();
            final var value = value(node, depth);
            if (ObspReader.isOldGraph(node)) {
                continue; // it is in obsp
            }
            if (value == null) {
                m_skipped++;
            } else {
                values.put(name, value);
            }
        }
        m_above.remove(group.address());
        return values;
    }

    private Object value(final Hdf5Node node, final int depth) throws IOException {
        if (node instanceof Hdf5Dataset data) {
            final var shape = data.shape();
            final boolean simple = (data.type().isNumeric() || data.type().kind() == Kind.TEXT) && shape.length <= 1
                && (shape.length == 0 || shape[0] <= MAX_LIST);
            return simple ? simple(data, list(data)) : null;
        }
        final var group = (Hdf5Group)node;
        final var attributes = group.attributes();
        final boolean plain = attributes.text("encoding-type").orElse("dict").equals("dict")
            && !attributes.has("h5sparse_format") && !m_above.contains(group.address());
        return plain ? map(group, depth + 1) : null;
    }

    private static Object simple(final Hdf5Dataset data, final List<Object> values) {
        return data.shape().length == 0 ? values.get(0) : values;
    }

    private static List<Object> list(final Hdf5Dataset data) throws IOException {
        final List<Object> values = new ArrayList<>();
        switch (data.type().kind()) {
            case TEXT -> values.addAll(Arrays.asList(data.strings()));
            case FLOAT -> Arrays.stream(data.doubles()).forEach(values::add);
            case BOOL -> Arrays.stream(data.longs()).forEach(v -> values.add(v != 0));
            default -> Arrays.stream(data.longs()).forEach(values::add);
        }
        return values;
    }
}
