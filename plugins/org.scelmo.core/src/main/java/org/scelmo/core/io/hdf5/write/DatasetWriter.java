package org.scelmo.core.io.hdf5.write;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A dataset that is being written: elements are put one after the other, and its length is what was put. A few
 * chunks are held in memory. Values are put as they are: the caller chooses the method that fits the kind.
 */
public final class DatasetWriter implements Closeable {

    /** Below this, compression would cost more than it saves. */
    private static final int SMALL = 512;
    private static final int FIRST_BUFFER = 1 << 12;

    private final GroupWriter m_parent;
    private final String m_name;
    private final ElementKind m_kind;
    private final int m_axes;
    private final long m_rows;
    private final int m_columns;
    private final int m_rowsPerChunk;
    private final ObjectHeader m_header;
    private final ChunkTree m_chunks;
    private final ChunkPacker m_packer;
    private ByteBuffer m_buffer;

    /** @param rows how many there will be, or −1 if what is put shall tell */
    DatasetWriter(final GroupWriter parent, final String name, final ElementKind kind, final int axes,
        final long rows, final int columns) {
        m_parent = parent;
        m_name = name;
        m_kind = kind;
        m_axes = axes;
        m_rows = rows;
        m_columns = columns;
        m_rowsPerChunk = Math.max(1, parent.storage().chunkBytes() / kind.size() / Math.max(1, columns));
        m_header = new ObjectHeader(parent.heap());
        m_chunks = new ChunkTree(axes, m_rowsPerChunk);
        m_packer = parent.storage().compression() == Compression.NONE ? null
            : new ChunkPacker(kind.size(), this::append);
        m_buffer = ByteBuffer.allocate(Math.min(FIRST_BUFFER, chunkBytes())).order(ByteOrder.LITTLE_ENDIAN);
    }

    private int chunkBytes() {
        return Math.multiplyExact(m_rowsPerChunk, Math.multiplyExact(Math.max(1, m_columns), m_kind.size()));
    }

    /** @return the buffer with room for one element at least */
    private ByteBuffer room() throws IOException {
        if (m_buffer.position() == chunkBytes()) {
            flush(m_buffer.position());
        }
        if (m_buffer.remaining() < m_kind.size()) {
            final int size = Math.min(chunkBytes(), 2 * m_buffer.capacity());
            m_buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).put(m_buffer.flip());
        }
        return m_buffer;
    }

    /** Puts some of an array's elements; for {@link ElementKind#FLOAT32}. */
    public void putFloats(final float[] values, final int from, final int count) throws IOException {
        for (int done = 0; done < count;) {
            final var buffer = room();
            final int n = Math.min(count - done, buffer.remaining() / Float.BYTES);
            buffer.asFloatBuffer().put(values, from + done, n);
            buffer.position(buffer.position() + n * Float.BYTES);
            done += n;
        }
    }

    /** Puts some of an array's elements; for {@link ElementKind#INT32}. */
    public void putInts(final int[] values, final int from, final int count) throws IOException {
        for (int done = 0; done < count;) {
            final var buffer = room();
            final int n = Math.min(count - done, buffer.remaining() / Integer.BYTES);
            buffer.asIntBuffer().put(values, from + done, n);
            buffer.position(buffer.position() + n * Integer.BYTES);
            done += n;
        }
    }

    /** Puts a whole number; for the kinds of integers, whose range it must be in. */
    public void putInteger(final long value) throws IOException {
        final var buffer = room();
        switch (m_kind) {
            case INT8 -> buffer.put((byte)value);
            case INT16 -> buffer.putShort((short)value);
            case INT32 -> buffer.putInt((int)value);
            default -> buffer.putLong(value);
        }
    }

    /** Puts a number; for {@link ElementKind#FLOAT64}. */
    public void putDouble(final double value) throws IOException {
        room().putDouble(value);
    }

    /** Puts a truth value; for {@link ElementKind#BOOL}. */
    public void putBoolean(final boolean value) throws IOException {
        room().put((byte)(value ? 1 : 0));
    }

    /**
     * Puts a text; for {@link ElementKind#TEXT}.
     *
     * @throws Hdf5WriteException if it has a NUL character, at which readers would cut it
     */
    public void putText(final String value) throws IOException {
        if (value.indexOf('\0') >= 0) {
            throw new Hdf5WriteException("A text in '%s' has a NUL character, which HDF5 cannot hold: '%s'."
                .formatted(m_name, value.replace("\0", "\\0")), "Remove the character from the data.");
        }
        m_parent.heap().put(value.getBytes(StandardCharsets.UTF_8), room());
    }

    /** Adds a text as attribute. */
    public void attribute(final String name, final String value) throws IOException {
        m_header.text(name, value);
    }

    private void flush(final int bytes) throws IOException {
        if (m_packer == null) {
            append(m_buffer.array(), bytes);
        } else {
            m_packer.pack(m_buffer.array(), bytes);
        }
        m_buffer.clear();
    }

    private void append(final byte[] stored, final int count) throws IOException {
        m_chunks.add(m_parent.space().append(stored, count), count);
    }

    /** Writes what is left, the index and the header. */
    @Override
    public void close() throws IOException {
        try (m_packer) {
            finishPacking();
            final long rows = rows();
            m_header.add(ObjectHeader.DATASPACE, ObjectHeader.dataspace(axes(rows)));
            m_header.add(ObjectHeader.DATATYPE, m_kind.message());
            final boolean whole = m_chunks.chunks() == 0
                && (m_packer == null || m_axes == 0 || m_buffer.position() < SMALL);
            // version 3: space is taken when needed; nothing needs filling, as every chunk is written
            m_header.add(ObjectHeader.FILL_VALUE, new Bytes().u8(3, whole ? 0x0A : 0x0B));
            m_header.add(ObjectHeader.LAYOUT, whole ? contiguous() : chunked(rows));
            if (!whole && m_packer != null) {
                m_header.add(ObjectHeader.FILTERS, m_parent.storage().compression().message(m_kind.size()));
            }
            m_parent.link(m_name, m_header.write(m_parent.space()));
        }
    }

    private void finishPacking() throws IOException {
        if (m_packer != null) {
            m_packer.flush();
        }
    }

    private long rows() {
        final long elements = (m_chunks.chunks() * (long)chunkBytes() + m_buffer.position()) / m_kind.size();
        final long rows = m_rows < 0 ? elements / m_columns : m_rows;
        if (elements != rows * m_columns) {
            throw new IllegalStateException("'%s' got %d elements, not %d × %d.".formatted(m_name, elements, rows,
                m_columns));
        }
        return rows;
    }

    private long[] axes(final long rows) {
        return switch (m_axes) {
            case 0 -> new long[0];
            case 1 -> new long[]{rows};
            default -> new long[]{rows, m_columns};
        };
    }

    /** Layout message version 3; no space at all for no element. */
    private Bytes contiguous() throws IOException {
        final int size = m_buffer.position();
        final long address = size == 0 ? Bytes.UNDEFINED : m_parent.space().append(m_buffer.array(), size);
        return new Bytes().u8(3, 1).u64(address).u64(size);
    }

    /** Layout message version 3. A dataset of one chunk gets one of its own size, others have the last one padded. */
    private Bytes chunked(final long rows) throws IOException {
        final long chunkRows = m_chunks.chunks() == 0 ? rows : m_rowsPerChunk;
        if (m_buffer.position() > 0) {
            final int bytes = m_chunks.chunks() == 0 ? m_buffer.position() : chunkBytes();
            while (m_buffer.position() < bytes) {
                m_buffer.put((byte)0);
            }
            flush(bytes);
            finishPacking();
        }
        final var message = new Bytes().u8(3, 2, m_axes + 1).u64(m_chunks.write(m_parent.space())).u32(chunkRows);
        if (m_axes == 2) {
            message.u32(m_columns);
        }
        return message.u32(m_kind.size());
    }
}
