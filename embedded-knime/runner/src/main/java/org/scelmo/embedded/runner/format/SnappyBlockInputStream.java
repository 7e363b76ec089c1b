package org.scelmo.embedded.runner.format;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

import org.iq80.snappy.CorruptionException;
import org.iq80.snappy.Snappy;

/** Reads what {@link SnappyBlockOutputStream} describes; also several such streams one after the other. */
final class SnappyBlockInputStream extends InputStream {

    /** No writer makes blocks near this size; a larger claim is a damaged file. */
    private static final int MAX_BLOCK = 64 << 20;

    /** The first four bytes of a header where a block length is expected: a further stream begins. */
    private static final int MAGIC_INT = ByteBuffer.wrap(SnappyBlockOutputStream.MAGIC).getInt();

    private final DataInputStream m_in;

    private byte[] m_block = new byte[0];

    private int m_position;

    SnappyBlockInputStream(final InputStream in) throws IOException {
        m_in = new DataInputStream(in);
        readHeader(0);
    }

    @Override
    public int read() throws IOException {
        return fill() ? m_block[m_position++] & 0xFF : -1;
    }

    @Override
    public int read(final byte[] target, final int offset, final int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        final var n = Math.min(length, m_block.length - m_position);
        System.arraycopy(m_block, m_position, target, offset, n);
        m_position += n;
        return n;
    }

    @Override
    public void close() throws IOException {
        m_in.close();
    }

    private boolean fill() throws IOException {
        while (m_position == m_block.length) {
            final var first = m_in.read();
            if (first < 0) {
                return false;
            }
            final var length = first << 24 | m_in.readUnsignedByte() << 16 | m_in.readUnsignedShort();
            if (length == MAGIC_INT) {
                readHeader(Integer.BYTES);
            } else {
                readBlock(length);
            }
        }
        return true;
    }

    private void readBlock(final int length) throws IOException {
        if (length < 0 || length > MAX_BLOCK) {
            throw new IOException("Damaged Snappy stream: a block claims " + length + " bytes");
        }
        final var compressed = m_in.readNBytes(length);
        if (compressed.length < length) {
            throw new EOFException("Snappy stream ends inside a block");
        }
        try {
            final var size = Snappy.getUncompressedLength(compressed, 0);
            if (size < 0 || size > MAX_BLOCK) {
                throw new IOException("Damaged Snappy stream: a block claims " + size + " bytes of content");
            }
            m_block = Snappy.uncompress(compressed, 0, length);
        } catch (final CorruptionException | IndexOutOfBoundsException e) {
            throw new IOException("Damaged Snappy stream: " + e.getMessage(), e);
        }
        m_position = 0;
    }

    private void readHeader(final int alreadyRead) throws IOException {
        final var magic = SnappyBlockOutputStream.MAGIC;
        final var rest = m_in.readNBytes(magic.length - alreadyRead);
        if (!Arrays.equals(rest, Arrays.copyOfRange(magic, alreadyRead, magic.length))) {
            throw new IOException("Not a Snappy stream: unexpected header");
        }
        m_in.readInt();
        final var compatible = m_in.readInt();
        if (compatible > SnappyBlockOutputStream.VERSION) {
            throw new IOException("Snappy stream needs a reader of version " + compatible);
        }
    }
}
