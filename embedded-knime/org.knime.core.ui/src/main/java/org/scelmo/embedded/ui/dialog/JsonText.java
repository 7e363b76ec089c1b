package org.scelmo.embedded.ui.dialog;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes maps, lists, texts, numbers and flags as indented JSON. The double has no libraries of its own. */
final class JsonText {

    private static final String INDENT = "  ";

    private final StringBuilder m_text = new StringBuilder();

    private JsonText() {
    }

    static String of(final Object value) {
        final var json = new JsonText();
        json.append(value, "");
        return json.m_text.append('\n').toString();
    }

    private void append(final Object value, final String indent) {
        if (value instanceof Map<?, ?> map) {
            appendAll('{', '}', map.entrySet().iterator(), indent);
        } else if (value instanceof List<?> list) {
            appendAll('[', ']', list.iterator(), indent);
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            m_text.append(value);
        } else {
            appendString(value.toString());
        }
    }

    private void appendAll(final char open, final char close, final Iterator<?> entries, final String indent) {
        m_text.append(open);
        final var any = entries.hasNext();
        while (entries.hasNext()) {
            m_text.append('\n').append(indent).append(INDENT);
            appendEntry(entries.next(), indent + INDENT);
            m_text.append(entries.hasNext() ? "," : "");
        }
        m_text.append(any ? "\n" + indent : "").append(close);
    }

    private void appendEntry(final Object entry, final String indent) {
        if (entry instanceof Map.Entry<?, ?> pair) {
            appendString(pair.getKey().toString());
            m_text.append(": ");
            append(pair.getValue(), indent);
        } else {
            append(entry, indent);
        }
    }

    private void appendString(final String string) {
        m_text.append('"');
        string.chars().forEach(c -> {
            switch (c) {
                case '"' -> m_text.append("\\\"");
                case '\\' -> m_text.append("\\\\");
                case '\n' -> m_text.append("\\n");
                default -> m_text.append(c < ' ' ? String.format("\\u%04x", c) : String.valueOf((char)c));
            }
        });
        m_text.append('"');
    }
}
