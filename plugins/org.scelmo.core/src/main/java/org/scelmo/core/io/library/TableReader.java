package org.scelmo.core.io.library;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.scelmo.core.Progress;

/**
 * Text tables: a name and its numbers per line, in UTF-8, with or without a header, numbers with a decimal point. The
 * separator is told from the first line.
 */
final class TableReader {

    private static final int CHECK_EVERY = 256;
    /** longest line: 65,536 dimensions of 24 characters, a long name and some air */
    private static final int MAX_LINE = 2 << 20;

    private static final Set<String> TITLES = Set.of("", "gene", "genes", "gene_name", "name", "names", "symbol", "id",
        "index", "feature", "unnamed: 0");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d+");
    private static final Pattern SPECIAL = Pattern.compile("[+-]?(?i:nan|inf|infinity)");

    private final ByteSource m_source;
    private final VectorCollector m_into;
    private final Reader m_reader;
    private final char[] m_buffer = new char[1 << 15];
    private final StringBuilder m_text = new StringBuilder();
    private int m_next;
    private int m_filled;
    private TableDialect m_dialect;
    private long m_line;

    private TableReader(final ByteSource source, final VectorCollector into) {
        m_source = source;
        m_into = into;
        m_reader = new InputStreamReader(source.asStream(), StandardCharsets.UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    static void read(final LibraryFile file, final VectorCollector into, final Progress progress) throws IOException {
        try (var source = file.open()) {
            new TableReader(source, into).readAll(progress);
        }
    }

    private void readAll(final Progress progress) throws IOException {
        boolean first = true;
        for (var line = nextLine(); line != null; line = nextLine()) {
            if (m_line % CHECK_EVERY == 0) {
                progress.checkCanceled();
                progress.update(m_source.fraction(), () -> "%,d entries".formatted(m_into.entries()));
            }
            if (line.isBlank()) {
                continue;
            }
            if (first) {
                line = line.startsWith("\uFEFF") ? line.substring(1) : line;
                m_dialect = TableDialect.of(line);
            }
            final var fields = m_dialect.split(line);
            if (!first || !isHeader(fields)) {
                entry(fields);
            }
            first = false;
        }
    }

    /** As {@link java.io.BufferedReader#readLine()}, but a line cannot eat all memory. */
    private String nextLine() throws IOException {
        m_text.setLength(0);
        boolean ended = false;
        while (!ended && (m_next < m_filled || fill())) {
            int end = m_next;
            while (end < m_filled && m_buffer[end] != '\n') {
                end++;
            }
            m_text.append(m_buffer, m_next, end - m_next);
            ended = end < m_filled;
            m_next = ended ? end + 1 : end;
            if (m_text.length() > MAX_LINE) {
                m_line++;
                throw malformed("is longer than %d characters.".formatted(MAX_LINE), "Check that this is a table of "
                    + "embeddings: one line per name.");
            }
        }
        if (!ended && m_text.isEmpty()) {
            return null;
        }
        m_line++;
        if (!m_text.isEmpty() && m_text.charAt(m_text.length() - 1) == '\r') {
            m_text.setLength(m_text.length() - 1);
        }
        return m_text.toString();
    }

    private boolean fill() throws IOException {
        m_next = 0;
        m_filled = Math.max(0, m_reader.read(m_buffer));
        return m_filled > 0;
    }

    /**
     * A header has no number behind its first field; or it counts its columns from 0 or 1, as pandas does, behind a
     * title that no gene has.
     */
    private static boolean isHeader(final List<String> fields) {
        boolean texts = fields.size() > 1;
        boolean counts = TITLES.contains(fields.get(0).toLowerCase(Locale.ROOT));
        for (int i = 1; i < fields.size(); i++) {
            final var field = fields.get(i);
            texts &= !isNumber(field) && !isSpecial(field) && !DECIMAL_COMMA.matcher(field).matches();
            counts &= field.equals(Integer.toString(i)) || field.equals(Integer.toString(i - 1));
        }
        return texts || counts;
    }

    private void entry(final List<String> fields) {
        if (fields.size() < 2) {
            throw malformed("has a name, but no numbers.", "Separate name and numbers by tab, comma or semicolon.");
        }
        final var name = fields.get(0);
        if (name.isEmpty()) {
            throw malformed("has no name in its first field.", "Put the gene's name into the first column.");
        }
        if (!m_into.begin(name)) {
            return;
        }
        m_into.checkLength(name, fields.size() - 1L);
        final var vector = new float[fields.size() - 1];
        for (int d = 0; d < vector.length; d++) {
            vector[d] = number(name, fields.get(d + 1), d);
        }
        m_into.add(name, vector);
    }

    private float number(final String name, final String text, final int d) {
        if (isNumber(text)) {
            return Float.parseFloat(text);
        }
        if (isSpecial(text)) {
            return text.toLowerCase(Locale.ROOT).contains("nan") ? Float.NaN : Float.POSITIVE_INFINITY;
        }
        final var fix = text.indexOf(',') >= 0 ? "Use a decimal point, not a comma."
            : "One line per name: the name, then numbers only.";
        throw malformed("(%s), number %d: %s is not a number.".formatted(ByteSource.quote(name), d + 1,
            ByteSource.quote(text)), fix);
    }

    private static boolean isSpecial(final String text) {
        return SPECIAL.matcher(text).matches();
    }

    /** Decimal numbers only: not Java's hexadecimal ones, not 1f or 2d. */
    private static boolean isNumber(final String text) {
        final int n = text.length();
        int i = n > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int digits = 0;
        boolean point = false;
        for (; i < n; i++) {
            final char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        return digits > 0 && (i == n || isExponent(text, i));
    }

    private static boolean isExponent(final String text, final int at) {
        int i = at + 1;
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        if (i < text.length() && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            i++;
        }
        final int from = i;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i > from && i == text.length();
    }

    private MalformedEmbeddingException malformed(final String what, final String fix) {
        return new MalformedEmbeddingException("'%s': line %d %s".formatted(m_source.name(), m_line, what), fix);
    }
}
