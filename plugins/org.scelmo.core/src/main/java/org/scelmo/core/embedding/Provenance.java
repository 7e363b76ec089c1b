package org.scelmo.core.embedding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where vectors come from, as far as known: keys such as {@code source} (file or node), {@code format}, {@code model},
 * {@code promptHash}, {@code date}. Immutable, in order.
 *
 * @param entries text by key
 */
public record Provenance(Map<String, String> entries) {

    public Provenance {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** @return for vectors of which nobody knows whence they came */
    public static Provenance unknown() {
        return new Provenance(Map.of());
    }
}
