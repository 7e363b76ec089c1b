package org.scelmo.nodes.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Collects what a user should know after an execution, and says it once. */
public final class Warnings {

    private static final int EXAMPLES = 3;

    private final List<String> m_texts = new ArrayList<>();

    /** @param text one or two sentences */
    public void add(final String text) {
        m_texts.add(text);
    }

    /**
     * @param format one or two sentences as a format
     * @param arguments for the format; numbers are written alike in every country
     */
    public void add(final String format, final Object... arguments) {
        add(String.format(Locale.ROOT, format, arguments));
    }

    /** @param texts one or two sentences each */
    public void addAll(final Iterable<String> texts) {
        texts.forEach(m_texts::add);
    }

    /** @param sink told all warnings as one text, if there are any */
    public void tell(final Consumer<String> sink) {
        if (!m_texts.isEmpty()) {
            sink.accept(String.join("\n", m_texts));
        }
    }

    /**
     * @param names any number of names
     * @return the first three of them, quoted, and how many more there are
     */
    public static String examples(final List<String> names) {
        final var shown = names.stream().limit(EXAMPLES).map(name -> "'" + name + "'").toList();
        final int more = names.size() - shown.size();
        return String.join(", ", shown) + (more > 0 ? String.format(Locale.ROOT, " and %,d more", more) : "");
    }
}
