package org.scelmo.embedded.runner.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.iq80.snappy.Snappy;

/**
 * The stream layout of snappy-java, which KNIME's tables use: a 16-byte header (magic, version, oldest compatible
 * version), then blocks, each a big-endian {@code int} length and that many bytes of raw Snappy data.
 */
final class SnappyBlockOutputStream extends OutputStream {

    /** {@code 0x82 "SNAPPY" 0x00}. */
    static final byte[] MAGIC = magic();

    /** Written as version and as oldest version that can read the stream. */
    static final int VERSION = 1;

    private static final int BLOCK_SIZE = 32 * 1024;

    private final OutputStream m_out;

    private final byte[] m_block = new byte[BLOCK_SIZE];

    private int m_filled;

    SnappyBlockOutputStream(final OutputStream out) throws IOException {
        m_out = out;
        m_out.write(MAGIC);
        m_out.write(ByteBuffer.allocate(2 * Integer.BYTES).putInt(VERSION).putInt(VERSION).array());
    }

    @Override
    public void write(final int b) throws IOException {
        if (m_filled == m_block.length) {
            writeBlock();
        }
        m_block[m_filled++] = (byte)b;
    }

    @Override
    public void write(final byte[] bytes, final int offset, final int length) throws IOException {
        var from = offset;
        var left = length;
        while (left > 0) {
            if (m_filled == m_block.length) {
                writeBlock();
            }
            final var n = Math.min(left, m_block.length - m_filled);
            System.arraycopy(bytes, from, m_block, m_filled, n);
            m_filled += n;
            from += n;
            left -= n;
        }
    }

    @Override
    public void flush() throws IOException {
        writeBlock();
        m_out.flush();
    }

    @Override
    public void close() throws IOException {
        try (m_out) {
            writeBlock();
        }
    }

    private void writeBlock() throws IOException {
        if (m_filled > 0) {
            final var compressed = new byte[Snappy.maxCompressedLength(m_filled)];
            final var n = Snappy.compress(m_block, 0, m_filled, compressed, 0);
            m_out.write(ByteBuffer.allocate(Integer.BYTES).putInt(n).array());
            m_out.write(compressed, 0, n);
            m_filled = 0;
        }
    }

    private static byte[] magic() {
        final var magic = Arrays.copyOf("?SNAPPY".getBytes(StandardCharsets.US_ASCII), 8);
        magic[0] = (byte)0x82;
        return magic;
    }
}
