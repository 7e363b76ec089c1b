package org.scelmo.core.io.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Splits lines at a separator; a field may stand in quotes, then doubled quotes inside mean one, and breaks of lines
 * are part of it.
 */
final class TableFields {

    private static final byte QUOTE = '"';
    private static final int UNCLOSED = -1;
    /** A quote that was forgotten must not swallow the file. */
    private static final int MOST_BREAKS = 1000;

    private final TextLines m_lines;
    private final byte m_separator;
    private int[] m_from = new int[64];
    private int[] m_to = new int[64];
    private int m_count;

    TableFields(final TextLines lines, final char separator) {
        m_lines = lines;
        m_separator = (byte)separator;
    }

    /** @return the first of tab, semicolon and comma that the line has outside quotes */
    static char separator(final TextLines lines) throws IOException {
        for (final char separator : new char[]{'\t', ';', ','}) {
            final var fields = new TableFields(lines, separator);
            fields.split();
            if (fields.count() > 1) {
                return separator;
            }
        }
        return ',';
    }

    /**
     * Splits the current line, which goes on to the next one if that is where its last quote is closed.
     *
     * @throws MalformedTextException if it is not closed at all
     */
    void split() throws IOException {
        final long first = m_lines.line();
        while (!splitLine()) {
            if (m_lines.line() - first >= MOST_BREAKS || !m_lines.extend()) {
                throw new MalformedTextException(m_lines.path(), first, "a quote is opened, but not closed.",
                    "Close it; a quote inside a quoted field is written twice.");
            }
        }
    }

    /** @return false if a quote is not closed */
    private boolean splitLine() {
        m_count = 0;
        final var bytes = m_lines.bytes();
        final int end = m_lines.to();
        int at = m_lines.from();
        while (true) {
            final int from = at;
            if (at < end && bytes[at] == QUOTE) {
                at = afterQuotes(bytes, at + 1, end);
                if (at == UNCLOSED) {
                    return false;
                }
            }
            while (at < end && bytes[at] != m_separator) {
                at++;
            }
            add(from, at);
            if (at >= end) {
                return true;
            }
            at++;
        }
    }

    private static int afterQuotes(final byte[] bytes, final int from, final int end) {
        int at = from;
        while (at < end && (bytes[at] != QUOTE || at + 1 < end && bytes[at + 1] == QUOTE)) {
            at += bytes[at] == QUOTE ? 2 : 1;
        }
        return at < end ? at + 1 : UNCLOSED;
    }

    private void add(final int from, final int to) {
        if (m_count == m_from.length) {
            m_from = Arrays.copyOf(m_from, 2 * m_count);
            m_to = Arrays.copyOf(m_to, 2 * m_count);
        }
        m_from[m_count] = from;
        m_to[m_count++] = to;
    }

    int count() {
        return m_count;
    }

    private boolean isQuoted(final int field) {
        return m_to[field] - m_from[field] > 1 && m_lines.bytes()[m_from[field]] == QUOTE
            && m_lines.bytes()[m_to[field] - 1] == QUOTE;
    }

    String text(final int field) {
        final var text = m_lines.text(m_from[field], m_to[field]).strip();
        return isQuoted(field) ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
    }

    List<String> texts(final int first) {
        final List<String> texts = new ArrayList<>();
        for (int i = first; i < m_count; i++) {
            texts.add(text(i));
        }
        return texts;
    }

    /** @throws NumberFormatException if the field holds none */
    float number(final int field) {
        final int quote = isQuoted(field) ? 1 : 0;
        return Numbers.real(m_lines.bytes(), m_from[field] + quote, m_to[field] - quote);
    }
}
