package org.scelmo.core.anndata;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What annotations, embeddings and graphs of cells were made from, noted in {@code uns}, so that files keep it: an
 * embedding that was trained on labels proves nothing when it is scored by these labels, nor do labels that were
 * predicted from it. Slots go by their path, such as {@code obs/cell_type} or {@code obsm/X_pca};
 * {@code uns["scelmo_origins"]["obsm"]["X_adaptor"]} is the list of what {@code obsm/X_adaptor} was made from.
 */
public final class Origins {

    /** Where in {@code uns} it is noted. */
    public static final String KEY = "scelmo_origins";

    private Origins() {
    }

    /** @return the path of an annotation of cells */
    public static String obs(final String name) {
        return "obs/" + name;
    }

    /** @return the path of an embedding of cells */
    public static String obsm(final String name) {
        return "obsm/" + name;
    }

    /** @return the path of a graph of cells */
    public static String obsp(final String name) {
        return "obsp/" + name;
    }

    /**
     * @param uns unstructured annotations, not changed
     * @param made path of what is new
     * @param from paths of what it was made from, directly
     * @return the same with that noted, in the place of what was noted for the path before
     */
    public static Map<String, Object> note(final Map<String, Object> uns, final String made, final String... from) {
        final var kind = kind(made);
        final var noted = map(uns.get(KEY));
        final var ofKind = map(noted.get(kind));
        ofKind.put(made.substring(kind.length() + 1), List.of(from));
        noted.put(kind, ofKind);
        final var copy = map(uns);
        copy.put(KEY, noted);
        return copy;
    }

    /**
     * @param all unstructured annotations of several data whose cells become one
     * @return what is noted in any of them, and nothing else
     */
    public static Map<String, Object> merged(final List<Map<String, Object>> all) {
        Map<String, Object> merged = Map.of();
        for (final var uns : all) {
            final var noted = map(uns.get(KEY));
            for (final var kind : noted.entrySet()) {
                for (final var name : map(kind.getValue()).keySet()) {
                    final var slot = kind.getKey() + "/" + name;
                    final var from = new LinkedHashSet<>(direct(map(merged.get(KEY)), slot));
                    from.addAll(direct(noted, slot));
                    merged = note(merged, slot, from.toArray(String[]::new));
                }
            }
        }
        return merged;
    }

    /**
     * @param uns unstructured annotations, maybe of a file that others wrote: what is not understood is left out
     * @param slot path of an annotation, embedding or graph
     * @return paths of all that it was made from, directly or not; not the slot itself
     */
    public static Set<String> of(final Map<String, Object> uns, final String slot) {
        final var noted = map(uns.get(KEY));
        final var found = new LinkedHashSet<String>();
        final var open = new ArrayDeque<>(List.of(slot));
        while (!open.isEmpty()) {
            for (final var from : direct(noted, open.remove())) {
                if (!from.equals(slot) && found.add(from)) {
                    open.add(from);
                }
            }
        }
        return found;
    }

    private static List<String> direct(final Map<String, Object> noted, final String slot) {
        final var kind = kind(slot);
        if (kind.length() == slot.length()) {
            return List.of();
        }
        final var from = map(noted.get(kind)).get(slot.substring(kind.length() + 1));
        if (from instanceof String text) { // some writers turn a list of one text into that text
            return List.of(text);
        }
        final List<?> paths = from instanceof Object[] array ? Arrays.asList(array)
            : from instanceof List<?> list ? list : List.of();
        return paths.stream().filter(String.class::isInstance).map(String.class::cast).toList();
    }

    private static String kind(final String slot) {
        final int slash = slot.indexOf('/');
        return slash < 0 ? slot : slot.substring(0, slash);
    }

    private static Map<String, Object> map(final Object value) {
        final var copy = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, entry) -> copy.put(String.valueOf(name), entry));
        }
        return copy;
    }
}
