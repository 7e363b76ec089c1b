package org.scelmo.embedded.ui.dialog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Inside;
import org.knime.node.parameters.layout.Section;

/**
 * Order of layout parts: none first, then as {@link After} and {@link Before} say, else by class name. Parts inside
 * another follow it directly.
 */
final class LayoutOrder implements Comparator<Class<?>> {

    private final Map<Class<?>, Integer> m_positions = new HashMap<>();

    LayoutOrder(final List<Class<?>> parts) {
        final var all = new LinkedHashSet<Class<?>>();
        parts.stream().filter(p -> p != null).forEach(p -> {
            for (Class<?> part = p; part != null; part = parent(part)) {
                all.add(part);
            }
        });
        place(null, all);
    }

    @Override
    public int compare(final Class<?> first, final Class<?> second) {
        return Integer.compare(position(first), position(second));
    }

    private int position(final Class<?> part) {
        return part == null ? -1 : m_positions.get(part);
    }

    /** @return title of the innermost section around a part */
    static String sectionTitle(final Class<?> part) {
        for (Class<?> p = part; p != null; p = parent(p)) {
            if (p.isAnnotationPresent(Section.class)) {
                return p.getAnnotation(Section.class).title();
            }
        }
        return "";
    }

    private static Class<?> parent(final Class<?> part) {
        final var inside = part.getAnnotation(Inside.class);
        if (inside != null) {
            return inside.value();
        }
        // interfaces hold layout parts, classes only happen to declare them
        return part.getEnclosingClass() != null && part.getEnclosingClass().isInterface() ? part.getEnclosingClass()
            : null;
    }

    private void place(final Class<?> parent, final Set<Class<?>> all) {
        final var siblings = new ArrayList<>(all.stream().filter(p -> parent(p) == parent)
            .sorted(Comparator.comparing(Class::getName)).toList());
        final var done = new LinkedHashSet<Class<?>>();
        while (!siblings.isEmpty()) {
            final var next = siblings.stream().filter(p -> predecessors(p, all).allMatch(
                before -> done.contains(before) || !siblings.contains(before))).findFirst()
                .orElseThrow(() -> new IllegalStateException("The order of layout parts is a circle: " + siblings));
            siblings.remove(next);
            done.add(next);
            m_positions.put(next, m_positions.size());
            place(next, all);
        }
    }

    private static Stream<Class<?>> predecessors(final Class<?> part, final Set<Class<?>> all) {
        final Stream<Class<?>> named = Stream.of(part.getAnnotationsByType(After.class)).map(After::value);
        return Stream.concat(named, all.stream().filter(
            other -> Stream.of(other.getAnnotationsByType(Before.class)).anyMatch(b -> b.value() == part)));
    }
}
