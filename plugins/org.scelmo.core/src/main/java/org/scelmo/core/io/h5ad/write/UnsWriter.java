package org.scelmo.core.io.h5ad.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.scelmo.core.io.hdf5.write.DatasetWriter;
import org.scelmo.core.io.hdf5.write.ElementKind;
import org.scelmo.core.io.hdf5.write.GroupWriter;

/** Writes uns. */
final class UnsWriter {

    private final List<String> m_notes;

    UnsWriter(final List<String> notes) {
        m_notes = notes;
    }

    /** @param where path of the map, for notes */
    void write(final GroupWriter parent, final String name, final Map<?, ?> map, final String where)
        throws IOException {
        final Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, value) -> values.put(String.valueOf(key), value));
        final var names = Names.inFile(values.keySet(), Set.of(), where, m_notes);
        try (var group = Encoding.dictionary(parent, name)) {
            for (final var entry : values.entrySet()) {
                value(group, names.get(entry.getKey()), entry.getValue(), where + "/" + entry.getKey());
            }
        }
    }

    private void value(final GroupWriter parent, final String name, final Object value, final String where)
        throws IOException {
        if (value instanceof Map<?, ?> map) {
            write(parent, name, map, where);
        } else if (value instanceof List<?> list) {
            list(parent, name, list, where);
        } else if (kind(value) == null) {
            leftOut(where);
        } else {
            try (var data = Encoding.scalar(parent, name, kind(value))) {
                put(data, kind(value), value);
            }
        }
    }

    /** Whole and real numbers together become real ones. An empty list becomes an empty list of real numbers. */
    private void list(final GroupWriter parent, final String name, final List<?> list, final String where)
        throws IOException {
        final List<ElementKind> kinds = new ArrayList<>();
        for (final var value : list) {
            kinds.add(kind(value));
        }
        final boolean numbers = kinds.stream().allMatch(k -> k == ElementKind.INT64 || k == ElementKind.FLOAT64);
        final var kind = numbers && (kinds.isEmpty() || kinds.contains(ElementKind.FLOAT64)) ? ElementKind.FLOAT64
            : kinds.get(0);
        if (kind == null || !numbers && kinds.stream().anyMatch(k -> k != kind)) {
            leftOut(where);
            return;
        }
        try (var data = Encoding.list(parent, name, kind)) {
            for (final var value : list) {
                put(data, kind, value);
            }
        }
    }

    private void leftOut(final String where) {
        m_notes.add("%s was left out: it is no text, number or truth value, nor a list of one kind of these."
            .formatted(where));
    }

    private static ElementKind kind(final Object value) {
        if (value instanceof String) {
            return ElementKind.TEXT;
        } else if (value instanceof Boolean) {
            return ElementKind.BOOL;
        } else if (value instanceof Double || value instanceof Float) {
            return ElementKind.FLOAT64;
        }
        return value instanceof Long || value instanceof Integer ? ElementKind.INT64 : null;
    }

    private static void put(final DatasetWriter data, final ElementKind kind, final Object value)
        throws IOException {
        switch (kind) {
            case TEXT -> data.putText((String)value);
            case BOOL -> data.putBoolean((Boolean)value);
            case FLOAT64 -> data.putDouble(((Number)value).doubleValue());
            default -> data.putInteger(((Number)value).longValue());
        }
    }
}
