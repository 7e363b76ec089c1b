package org.scelmo.core.io.text;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.scelmo.core.Progress;
import org.scelmo.core.io.rows.EntrySpool;

/** The entries of a MatrixMarket file: coordinates, from 1, of real or whole numbers, or of ones (a pattern). */
final class MatrixMarketEntries implements Closeable {

    static final String BANNER = "%%MatrixMarket";
    private static final int CHECK_EVERY = 1 << 16;
    private static final String RESAVE =
        "Save the matrix again in coordinate form, in Python: scipy.io.mmwrite(path, scipy.sparse.coo_matrix(X)).";

    private final TextLines m_lines;
    private final boolean m_pattern;
    private final int m_rows;
    private final int m_columns;
    private final long m_entries;
    private int m_at;

    private MatrixMarketEntries(final TextLines lines) throws IOException {
        m_lines = lines;
        m_pattern = banner().equals("pattern");
        if (!nextLine()) {
            throw lines.fault("the file ends before the sizes of the matrix.", "Copy or download the file again.");
        }
        m_at = lines.from();
        final long rows = whole("number of rows");
        final long columns = whole("number of columns");
        m_entries = whole("number of entries");
        if (Math.max(rows, columns) >= Integer.MAX_VALUE) {
            throw lines.fault("a matrix of %d × %d is larger than any that is read.".formatted(rows, columns),
                "Check the file: the sizes may be damaged.");
        }
        m_rows = (int)rows;
        m_columns = (int)columns;
    }

    static MatrixMarketEntries open(final Path path) throws IOException {
        final var lines = TextLines.open(path);
        try {
            return new MatrixMarketEntries(lines);
        } catch (IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    /** @return kind of the numbers */
    private String banner() throws IOException {
        final var words = m_lines.next() ? List.of(m_lines.text().toLowerCase(Locale.ROOT).strip().split("\\s+"))
            : List.<String> of();
        if (words.size() < 5 || !words.get(0).equals(BANNER.toLowerCase(Locale.ROOT))) {
            throw m_lines.fault("this is no MatrixMarket file; it does not begin with '%s'.".formatted(BANNER),
                "Choose a file such as matrix.mtx or matrix.mtx.gz.");
        }
        final boolean read = words.get(1).equals("matrix") && words.get(2).equals("coordinate")
            && Set.of("real", "double", "integer", "pattern").contains(words.get(3)) && words.get(4).equals("general");
        if (!read) {
            throw m_lines.fault("'%s' is not read; coordinates of general real, integer or pattern matrices are."
                .formatted(String.join(" ", words.subList(1, words.size()))), RESAVE);
        }
        return words.get(3);
    }

    /** Goes to the next line that is neither blank nor a comment. */
    private boolean nextLine() throws IOException {
        while (m_lines.next()) {
            if (!m_lines.isBlank() && m_lines.bytes()[m_lines.from()] != '%') {
                return true;
            }
        }
        return false;
    }

    private long whole(final String what) {
        final int from = skipBlanks();
        final int to = skipWord();
        final boolean small = Numbers.isCount(m_lines.bytes(), from, to);
        if (small) {
            return Numbers.count(m_lines.bytes(), from, to);
        }
        final var text = m_lines.text(from, to);
        if (!text.matches("\\d{1,18}")) {
            throw m_lines.fault("the %s is '%s', not a whole number.".formatted(what, text),
                "Check the file there: it may be damaged.");
        }
        return Long.parseLong(text);
    }

    private int skipBlanks() {
        final var bytes = m_lines.bytes();
        while (m_at < m_lines.to() && (bytes[m_at] == ' ' || bytes[m_at] == '\t')) {
            m_at++;
        }
        return m_at;
    }

    private int skipWord() {
        final var bytes = m_lines.bytes();
        while (m_at < m_lines.to() && bytes[m_at] != ' ' && bytes[m_at] != '\t') {
            m_at++;
        }
        return m_at;
    }

    int rows() {
        return m_rows;
    }

    int columns() {
        return m_columns;
    }

    long entries() {
        return m_entries;
    }

    String kind() {
        return m_pattern ? "bool" : "float32";
    }

    /**
     * Reads all entries.
     *
     * @param turned whether rows of the file become columns
     */
    void readInto(final EntrySpool spool, final boolean turned, final Progress progress) throws IOException {
        long done = 0;
        while (nextLine()) {
            if (done++ == m_entries) {
                throw m_lines.fault("there are more entries than the %d announced.".formatted(m_entries),
                    "Check the file: two may have been put together.");
            }
            if (done % CHECK_EVERY == 0) {
                final long read = done;
                progress.checkCanceled();
                progress.update(m_lines.fraction(), () -> "Read %,d of %,d entries".formatted(read, m_entries));
            }
            m_at = m_lines.from();
            final int row = index("row", m_rows);
            final int column = index("column", m_columns);
            final float value = m_pattern ? 1 : value();
            if (skipBlanks() < m_lines.to()) {
                throw m_lines.fault("there is more than row, column and value in one line.", RESAVE);
            }
            spool.add(turned ? column : row, turned ? row : column, value);
        }
        if (done < m_entries) {
            throw m_lines.fault("the file ends after %d of %d entries.".formatted(done, m_entries),
                "Copy or download the file again: it is cut off.");
        }
    }

    private int index(final String axis, final int size) {
        final long index = whole(axis);
        if (index < 1 || index > size) {
            throw m_lines.fault("the %s is %d, outside 1 to %d.".formatted(axis, index, size),
                "Check the file there: it may be damaged.");
        }
        return (int)index - 1;
    }

    private float value() {
        final int from = skipBlanks();
        final int to = skipWord();
        try {
            return Numbers.real(m_lines.bytes(), from, to);
        } catch (NumberFormatException e) {
            final var text = m_lines.text(from, to);
            throw m_lines.fault("the value '%s' is no number.".formatted(text), Numbers.hasDecimalComma(text)
                ? "Write numbers with a decimal point, not a comma." : "Check the file there: it may be damaged.");
        }
    }

    @Override
    public void close() throws IOException {
        m_lines.close();
    }
}
