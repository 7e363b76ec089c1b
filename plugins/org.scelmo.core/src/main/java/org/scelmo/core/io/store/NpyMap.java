package org.scelmo.core.io.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Arrays;

import org.scelmo.core.io.npy.NpyFormatException;
import org.scelmo.core.io.npy.NpyHeader;

/**
 * The numbers of an NPY file, mapped into memory in segments of 1 GB, so that a file may be of any length. Thread-safe.
 * The mapping goes when this object is collected.
 */
final class NpyMap {

    private static final int SEGMENT_BITS = 30;
    private static final long SEGMENT = 1L << SEGMENT_BITS;

    private final ByteBuffer[] m_segments;
    private final long m_elements;

    /**
     * @param part to name in errors
     * @param file the file
     * @param descr element type that it must have
     * @param shape that it must have
     */
    NpyMap(final String part, final Path file, final String descr, final long... shape) throws IOException {
        try (var channel = FileChannel.open(file)) {
            final var header = header(part, channel);
            m_elements = header.elements();
            final int size = descr.charAt(descr.length() - 1) - '0';
            final boolean right = header.descr().equals(descr) && !header.fortranOrder()
                && Arrays.equals(header.shape(), shape) && m_elements <= (Long.MAX_VALUE >> 4)
                && channel.size() == header.bytes() + m_elements * size;
            if (!right) {
                throw new StoreException(null, part, "%s does not hold %s numbers of shape %s"
                    .formatted(file.getFileName(), descr, Arrays.toString(shape)));
            }
            final long bytes = m_elements * size;
            m_segments = new ByteBuffer[(int)((bytes + SEGMENT - 1) / SEGMENT)];
            for (int i = 0; i < m_segments.length; i++) {
                final long start = i * SEGMENT;
                m_segments[i] = channel.map(MapMode.READ_ONLY, header.bytes() + start, Math.min(SEGMENT, bytes - start))
                    .order(ByteOrder.LITTLE_ENDIAN);
            }
        }
    }

    private static NpyHeader header(final String part, final FileChannel channel) throws IOException {
        try {
            // the stream is not closed: that would close the channel
            return NpyHeader.read(Channels.newInputStream(channel));
        } catch (NpyFormatException e) {
            throw new StoreException(e, part, e.getMessage());
        }
    }

    long elements() {
        return m_elements;
    }

    long longAt(final long index) {
        final long at = index * Long.BYTES;
        return m_segments[(int)(at >> SEGMENT_BITS)].getLong((int)(at & SEGMENT - 1));
    }

    void longs(final long first, final long[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = longAt(first + i);
        }
    }

    void floats(final long first, final float[] into, final int at, final int count) {
        pieces(first, Float.BYTES, count, (bytes, done, n) -> bytes.asFloatBuffer().get(into, at + done, n));
    }

    void ints(final long first, final int[] into, final int at, final int count) {
        pieces(first, Integer.BYTES, count, (bytes, done, n) -> bytes.asIntBuffer().get(into, at + done, n));
    }

    void doubles(final double[] into) {
        pieces(0, Double.BYTES, into.length, (bytes, done, n) -> bytes.asDoubleBuffer().get(into, done, n));
    }

    void booleans(final boolean[] into) {
        pieces(0, 1, into.length, (bytes, done, n) -> {
            for (int i = 0; i < n; i++) {
                into[done + i] = bytes.get() != 0;
            }
        });
    }

    private interface Piece {
        void accept(ByteBuffer bytes, int done, int count);
    }

    private void pieces(final long first, final int size, final int count, final Piece piece) {
        for (int done = 0; done < count;) {
            final long at = (first + done) * size;
            final var bytes = m_segments[(int)(at >> SEGMENT_BITS)].duplicate().order(ByteOrder.LITTLE_ENDIAN);
            bytes.position((int)(at & SEGMENT - 1));
            final int n = Math.min(count - done, bytes.remaining() / size);
            piece.accept(bytes, done, n);
            done += n;
        }
    }
}
