package org.scelmo.nodes.io.anndatawriter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scelmo.core.anndata.AnnData;

/** How the data came about, kept in uns. */
final class History {

    private static final String ENTRY = "scelmo";

    private static final String HISTORY = "history";

    private History() {
    }

    /** @return the data with the notes in {@code uns['scelmo']['history']}, after those that are there already */
    static AnnData add(final List<String> notes, final AnnData data) {
        final Map<String, Object> entry = new LinkedHashMap<>();
        if (data.uns().get(ENTRY) instanceof Map<?, ?> earlier) {
            earlier.forEach((name, value) -> entry.put(String.valueOf(name), value));
        }
        final List<Object> history = new ArrayList<>();
        if (entry.get(HISTORY) instanceof List<?> earlier) {
            history.addAll(earlier);
        }
        history.addAll(notes);
        entry.put(HISTORY, history);
        return data.withUns(ENTRY, entry);
    }
}
