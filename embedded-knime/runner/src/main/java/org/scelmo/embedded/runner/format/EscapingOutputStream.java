package org.scelmo.embedded.runner.format;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Separates entries of a table file: every entry ends with {@link #END}; inside an entry, {@link #END} and
 * {@link #ESCAPE} are preceded by {@link #ESCAPE}.
 */
final class EscapingOutputStream extends OutputStream {

    static final int END = 0x61;

    static final int ESCAPE = 0x62;

    private final OutputStream m_out;

    EscapingOutputStream(final OutputStream out) {
        m_out = out;
    }

    @Override
    public void write(final int b) throws IOException {
        final var unsigned = b & 0xFF;
        if (unsigned == END || unsigned == ESCAPE) {
            m_out.write(ESCAPE);
        }
        m_out.write(unsigned);
    }

    @Override
    public void write(final byte[] bytes, final int offset, final int length) throws IOException {
        var start = offset;
        for (var i = offset; i < offset + length; i++) {
            if (bytes[i] == END || bytes[i] == ESCAPE) {
                m_out.write(bytes, start, i - start);
                m_out.write(ESCAPE);
                start = i;
            }
        }
        m_out.write(bytes, start, offset + length - start);
    }

    /** Ends the current entry. */
    void endEntry() throws IOException {
        m_out.write(END);
    }

    @Override
    public void flush() throws IOException {
        m_out.flush();
    }

    @Override
    public void close() throws IOException {
        m_out.close();
    }
}
