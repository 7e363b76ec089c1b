package org.scelmo.core.io.text;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The lines of a text file, plain or compressed with gzip, in UTF-8, ended as on Unix or Windows. A line is a piece of
 * {@link #bytes()}, so that numbers are read without making strings.
 */
final class TextLines implements Closeable {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST = 1 << 28;
    private static final byte[] MARK = {(byte)0xEF, (byte)0xBB, (byte)0xBF};

    private final Path m_path;
    private final long m_size;
    private final Counted m_stored;
    private final InputStream m_in;
    private byte[] m_bytes = new byte[BUFFER];
    private int m_from;
    private int m_to;
    private int m_next;
    private int m_filled;
    private long m_line;

    private TextLines(final Path path, final InputStream stored) throws IOException {
        m_path = path;
        m_size = Math.max(1, Files.size(path));
        m_stored = new Counted(stored);
        final var start = new PushbackInputStream(m_stored, 2);
        final var magic = start.readNBytes(2);
        start.unread(magic);
        final boolean packed = magic.length == 2 && magic[0] == 0x1F && magic[1] == (byte)0x8B;
        try {
            m_in = packed ? new GZIPInputStream(start, BUFFER) : start;
        } catch (EOFException | ZipException e) {
            throw damaged();
        }
    }

    static TextLines open(final Path path) throws IOException {
        final var stored = Files.newInputStream(path);
        try {
            return new TextLines(path, stored);
        } catch (IOException | RuntimeException e) {
            stored.close();
            throw e;
        }
    }

    private MalformedTextException damaged() {
        return new MalformedTextException(m_path, m_line + 1, "the compressed data end early or are damaged.",
            "Copy or download the file again: it may be cut off.", "Check it with: gzip -t " + m_path.getFileName());
    }

    /**
     * Goes to the next line.
     *
     * @return false at the end
     */
    boolean next() throws IOException {
        return find(0);
    }

    /**
     * Makes the line go on to the end of the next one, the break between them included.
     *
     * @return false if none follows
     */
    boolean extend() throws IOException {
        final int length = m_to - m_from;
        final int known = m_next - m_from;
        m_next = m_from;
        if (find(known)) {
            return true;
        }
        m_from = m_next - known;
        m_to = m_from + length;
        return false;
    }

    /** Looks for the end of the line from so many bytes behind its beginning on. */
    private boolean find(final int known) throws IOException {
        int at = m_next + known;
        while (true) {
            while (at < m_filled && m_bytes[at] != '\n') {
                at++;
            }
            if (at < m_filled) {
                return line(at, at + 1);
            }
            final int seen = at - m_next;
            if (!fill()) {
                if (seen > known) {
                    return line(m_filled, m_filled);
                }
                m_next += known;
                return false;
            }
            at = m_next + seen;
        }
    }

    private boolean line(final int end, final int next) {
        m_from = m_next;
        m_to = end > m_from && m_bytes[end - 1] == '\r' ? end - 1 : end;
        m_next = next;
        if (m_line++ == 0 && m_to - m_from >= MARK.length
            && Arrays.equals(m_bytes, m_from, m_from + MARK.length, MARK, 0, MARK.length)) {
            m_from += MARK.length;
        }
        return true;
    }

    private boolean fill() throws IOException {
        if (m_next > 0) {
            System.arraycopy(m_bytes, m_next, m_bytes, 0, m_filled - m_next);
            m_filled -= m_next;
            m_next = 0;
        }
        if (m_filled == m_bytes.length) {
            if (m_filled >= LONGEST) {
                throw new MalformedTextException(m_path, m_line + 1, "is longer than %d MB.".formatted(LONGEST >> 20),
                    "Check that this is a text file.");
            }
            m_bytes = Arrays.copyOf(m_bytes, 2 * m_filled);
        }
        try {
            final int n = m_in.read(m_bytes, m_filled, m_bytes.length - m_filled);
            m_filled += Math.max(0, n);
            return n > 0;
        } catch (EOFException | ZipException e) {
            throw damaged();
        }
    }

    /** @return what holds the line, from {@link #from()} to {@link #to()}, until the next one is asked for */
    byte[] bytes() {
        return m_bytes;
    }

    int from() {
        return m_from;
    }

    int to() {
        return m_to;
    }

    /** @return number of the line, from 1 */
    long line() {
        return m_line;
    }

    boolean isBlank() {
        for (int i = m_from; i < m_to; i++) {
            if (m_bytes[i] > ' ' || m_bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    String text() {
        return text(m_from, m_to);
    }

    String text(final int from, final int to) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(m_bytes, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            throw fault("holds bytes that are no UTF-8 text.", "Save the file as UTF-8, or choose another file.");
        }
    }

    /** @return share of the file that is read */
    double fraction() {
        return Math.min(1, (double)m_stored.count() / m_size);
    }

    Path path() {
        return m_path;
    }

    MalformedTextException fault(final String what, final String... resolutions) {
        return new MalformedTextException(m_path, m_line, what, resolutions);
    }

    @Override
    public void close() throws IOException {
        m_in.close();
    }

    private static final class Counted extends FilterInputStream {

        private long m_count;

        Counted(final InputStream in) {
            super(in);
        }

        long count() {
            return m_count;
        }

        @Override
        public int read() throws IOException {
            final int b = super.read();
            m_count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(final byte[] bytes, final int from, final int length) throws IOException {
            final int n = super.read(bytes, from, length);
            m_count += Math.max(0, n);
            return n;
        }
    }
}
