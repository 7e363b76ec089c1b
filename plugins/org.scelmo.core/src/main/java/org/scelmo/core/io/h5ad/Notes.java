package org.scelmo.core.io.h5ad;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what a user should know about a file that could be read all the same. */
public final class Notes {

    private static final int EXAMPLES = 3;

    private final Set<String> m_notes = new LinkedHashSet<>();
    private final Set<String> m_leftOut = new LinkedHashSet<>();

    /** @param note a sentence */
    public void add(final String note) {
        m_notes.add(note);
    }

    /** Notes names that occur more than once, and the command that makes them unique. */
    public void duplicates(final String what, final String[] names, final String fix) {
        final Set<String> seen = new HashSet<>(names.length * 2);
        final Set<String> twice = new LinkedHashSet<>();
        for (final var name : names) {
            if (!seen.add(name)) {
                twice.add(name);
            }
        }
        if (!twice.isEmpty()) {
            final List<String> examples = twice.stream().limit(EXAMPLES).map(n -> "'" + n + "'").toList();
            add("Duplicated %s: %d, such as %s. Make them unique in Python: %s.".formatted(what, twice.size(),
                String.join(", ", examples), fix));
        }
    }

    /** Notes something that has no place in the model. */
    public void leftOut(final String what) {
        m_leftOut.add(what);
    }

    /** @return the notes so far */
    public List<String> list() {
        return List.copyOf(m_notes);
    }

    /** @return what has no place in the model */
    public List<String> leftOut() {
        return List.copyOf(m_leftOut);
    }
}
