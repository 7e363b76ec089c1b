package org.scelmo.core.io.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.scelmo.core.io.npy.NpyHeader;

/** Writes an NPY file whose shape is known only at the end; the header's place is kept free until then. */
final class NpyWriter implements Closeable {

    /** NpyHeader pads to multiples of 64; one or two axes of any length need more than 64 and at most 128. */
    static final int HEADER = 128;
    private static final int BUFFER = 1 << 20;

    private final FileChannel m_channel;
    private final String m_descr;
    private final ByteBuffer m_buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

    NpyWriter(final Path file, final String descr) throws IOException {
        m_channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        m_descr = descr;
        m_buffer.position(HEADER);
    }

    void floats(final float[] values, final int from, final int count) throws IOException {
        for (int done = 0; done < count;) {
            final int n = Math.min(count - done, room(Float.BYTES));
            m_buffer.asFloatBuffer().put(values, from + done, n);
            m_buffer.position(m_buffer.position() + n * Float.BYTES);
            done += n;
        }
    }

    void ints(final int[] values, final int count) throws IOException {
        for (int done = 0; done < count;) {
            final int n = Math.min(count - done, room(Integer.BYTES));
            m_buffer.asIntBuffer().put(values, done, n);
            m_buffer.position(m_buffer.position() + n * Integer.BYTES);
            done += n;
        }
    }

    void longs(final long[] values) throws IOException {
        for (final var value : values) {
            put(value);
        }
    }

    void put(final long value) throws IOException {
        room(Long.BYTES);
        m_buffer.putLong(value);
    }

    void doubles(final double[] values) throws IOException {
        for (final var value : values) {
            room(Double.BYTES);
            m_buffer.putDouble(value);
        }
    }

    void booleans(final boolean[] values) throws IOException {
        for (final var value : values) {
            room(1);
            m_buffer.put(value ? (byte)1 : 0);
        }
    }

    /** @return how many elements fit now, at least one */
    private int room(final int size) throws IOException {
        if (m_buffer.remaining() < size) {
            flush();
        }
        return m_buffer.remaining() / size;
    }

    private void flush() throws IOException {
        m_buffer.flip();
        while (m_buffer.hasRemaining()) {
            m_channel.write(m_buffer);
        }
        m_buffer.clear();
    }

    /** Writes what is left, and the header. */
    void finish(final long... shape) throws IOException {
        flush();
        final var header = NpyHeader.of(m_descr, shape);
        if (header.bytes() != HEADER) {
            throw new IllegalStateException("The header needs %d bytes.".formatted(header.bytes()));
        }
        final var bytes = ByteBuffer.wrap(header.toBytes());
        while (bytes.hasRemaining()) {
            m_channel.write(bytes, bytes.position());
        }
    }

    @Override
    public void close() throws IOException {
        m_channel.close();
    }
}
