package org.scelmo.core.io.hdf5.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Little-endian bytes that grow as they are put. */
final class Bytes {

    /** The address that means "nowhere", and the length that means "unlimited". */
    static final long UNDEFINED = -1;

    private ByteBuffer m_buffer = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);

    private ByteBuffer room(final int count) {
        if (m_buffer.remaining() < count) {
            final var larger = ByteBuffer.allocate(Math.max(2 * m_buffer.capacity(), m_buffer.position() + count))
                .order(ByteOrder.LITTLE_ENDIAN);
            m_buffer = larger.put(m_buffer.flip());
        }
        return m_buffer;
    }

    Bytes u8(final int... values) {
        for (final var value : values) {
            room(1).put((byte)value);
        }
        return this;
    }

    Bytes u16(final int value) {
        room(Short.BYTES).putShort((short)value);
        return this;
    }

    Bytes u32(final long value) {
        room(Integer.BYTES).putInt((int)value);
        return this;
    }

    Bytes u64(final long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    Bytes put(final byte[] bytes) {
        room(bytes.length).put(bytes);
        return this;
    }

    Bytes put(final Bytes bytes) {
        return put(bytes.toArray());
    }

    Bytes ascii(final String text) {
        return put(text.getBytes(StandardCharsets.US_ASCII));
    }

    Bytes zeros(final int count) {
        return put(new byte[count]);
    }

    /** Puts the checksum of everything before it. */
    Bytes checksum() {
        return u32(Lookup3.hash(m_buffer.array(), m_buffer.position()));
    }

    int size() {
        return m_buffer.position();
    }

    byte[] toArray() {
        final var copy = new byte[m_buffer.position()];
        System.arraycopy(m_buffer.array(), 0, copy, 0, copy.length);
        return copy;
    }
}
