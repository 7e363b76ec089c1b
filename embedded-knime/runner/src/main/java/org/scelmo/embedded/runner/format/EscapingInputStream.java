package org.scelmo.embedded.runner.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads what {@link EscapingOutputStream} writes; the end of an entry looks like the end of the stream. */
final class EscapingInputStream extends InputStream {

    private final InputStream m_in;

    private boolean m_atEnd;

    EscapingInputStream(final InputStream in) {
        m_in = in;
    }

    @Override
    public int read() throws IOException {
        if (m_atEnd) {
            return -1;
        }
        final var b = m_in.read();
        if (b == EscapingOutputStream.END) {
            m_atEnd = true;
            return -1;
        }
        if (b != EscapingOutputStream.ESCAPE) {
            return b;
        }
        final var escaped = m_in.read();
        if (escaped < 0) {
            throw new EOFException("Table data end after an escape byte");
        }
        return escaped;
    }

    @Override
    public int read(final byte[] target, final int offset, final int length) throws IOException {
        var n = 0;
        while (n < length) {
            final var b = read();
            if (b < 0) {
                break;
            }
            target[offset + n++] = (byte)b;
        }
        return n == 0 && length > 0 ? -1 : n;
    }

    /** Moves behind the end of the current entry, skipping what was not read. */
    void endEntry() throws IOException {
        while (!m_atEnd) {
            if (read() < 0 && !m_atEnd) {
                throw new EOFException("Table data end inside an entry");
            }
        }
        m_atEnd = false;
    }

    @Override
    public void close() throws IOException {
        m_in.close();
    }
}
