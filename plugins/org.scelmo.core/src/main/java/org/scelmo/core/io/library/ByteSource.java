package org.scelmo.core.io.library;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stream of bytes that knows where it is, and never allocates more than the bytes that are really there. */
final class ByteSource implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final InputStream m_in;
    private final String m_name;
    private final long m_length;
    private final byte[] m_buffer = new byte[BUFFER];
    private int m_next;
    private int m_filled;
    private long m_bufferStart;

    /**
     * @param in closed with this
     * @param name of the file, for messages
     * @param length number of bytes in the stream, or −1 if it is not known (compressed)
     */
    ByteSource(final InputStream in, final String name, final long length) {
        m_in = in;
        m_name = name;
        m_length = length;
    }

    /** @return offset of the next byte */
    long position() {
        return m_bufferStart + m_next;
    }

    /** @return share of the stream that is read, 0 if its length is not known */
    double fraction() {
        return m_length <= 0 ? 0 : (double)position() / m_length;
    }

    String name() {
        return m_name;
    }

    /** @return the next byte, 0 to 255, or −1 at the end */
    int read() throws IOException {
        if (m_next == m_filled && !fill()) {
            return -1;
        }
        return m_buffer[m_next++] & 0xFF;
    }

    /** @return the next byte, 0 to 255 */
    int readByte() throws IOException {
        final int b = read();
        if (b < 0) {
            throw cut();
        }
        return b;
    }

    /** @return the next bytes as an unsigned little-endian number; at most 7 bytes, or 8 and then signed */
    long readLittleEndian(final int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long)readByte() << (8 * i);
        }
        return value;
    }

    /** @throws MalformedEmbeddingException if a claimed number of bytes is more than is left */
    void checkClaim(final long count, final String what) {
        if (count < 0 || m_length >= 0 && count > m_length - position()) {
            throw malformed("%s claims %s bytes, but only %s are left.".formatted(what, Long.toUnsignedString(count),
                m_length >= 0 ? m_length - position() : "the file's"));
        }
    }

    /**
     * @param count as claimed by the file: checked against what is left before memory is taken
     * @param what is read, for messages
     */
    byte[] readBytes(final long count, final String what) throws IOException {
        checkClaim(count, what);
        if (count > Integer.MAX_VALUE - 16L) {
            throw malformed("%s takes %d bytes, more than is read at once.".formatted(what, count));
        }
        // where the length is not known, grow with the data instead of trusting the claim
        var bytes = new byte[(int)(m_length >= 0 ? count : Math.min(count, BUFFER))];
        int done = 0;
        while (done < count) {
            if (done == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int)Math.min(count, 2L * bytes.length));
            }
            if (m_next == m_filled && !fill()) {
                throw cut();
            }
            final int n = Math.min(bytes.length - done, m_filled - m_next);
            System.arraycopy(m_buffer, m_next, bytes, done, n);
            m_next += n;
            done += n;
        }
        return bytes;
    }

    /** @return the text up to the next line feed, which is swallowed; ISO 8859-1 */
    String readLine(final int maxLength, final String what) throws IOException {
        final var line = new StringBuilder();
        for (int b = readByte(); b != '\n'; b = readByte()) {
            if (line.length() == maxLength) {
                throw malformed("%s is longer than %d characters.".formatted(what, maxLength));
            }
            line.append((char)b);
        }
        return line.toString();
    }

    /** @return up to {@code count} bytes from the beginning; may only be called before anything is read */
    byte[] peek(final int count) throws IOException {
        while (m_filled < count) {
            final int n = m_in.read(m_buffer, m_filled, m_buffer.length - m_filled);
            if (n < 0) {
                break;
            }
            m_filled += n;
        }
        return Arrays.copyOf(m_buffer, Math.min(count, m_filled));
    }

    private boolean fill() throws IOException {
        m_bufferStart += m_filled;
        m_next = 0;
        m_filled = 0;
        final int n = m_in.read(m_buffer, 0, m_buffer.length);
        m_filled = Math.max(0, n);
        return n > 0;
    }

    /** @return this as a plain stream; reading from it moves this source on */
    InputStream asStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return ByteSource.this.read();
            }

            @Override
            public int read(final byte[] into, final int from, final int count) throws IOException {
                if (count == 0) {
                    return 0;
                }
                if (m_next == m_filled && !fill()) {
                    return -1;
                }
                final int n = Math.min(count, m_filled - m_next);
                System.arraycopy(m_buffer, m_next, into, from, n);
                m_next += n;
                return n;
            }
        };
    }

    private MalformedEmbeddingException cut() {
        return new MalformedEmbeddingException(new EOFException(), "'%s' ends too early, after %d bytes."
            .formatted(m_name, position()), "The file is cut off: copy or download it again.");
    }

    /** @return an error at the current position */
    MalformedEmbeddingException malformed(final String what, final String... resolutions) {
        return new MalformedEmbeddingException("'%s', byte %d: %s".formatted(m_name, position(), what),
            resolutions.length > 0 ? resolutions : new String[]{"The file is damaged: copy or download it again."});
    }

    /** @return printable form of text from the file, cut to a sensible length */
    static String quote(final String text) {
        final var clean = text.codePoints().limit(60).map(c -> Character.isISOControl(c) ? '?' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return "'" + (text.length() > clean.length() ? clean + "…" : clean) + "'";
    }

    @Override
    public void close() throws IOException {
        m_in.close();
    }
}
