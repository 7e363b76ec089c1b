package org.scelmo.core.io.hdf5.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where texts lie: collections of some kilobytes, the later the larger, each written when it is full. What refers to a
 * text (length, address of the collection, number in it) is known at once.
 */
final class GlobalHeap {

    private static final int HEADER = 16;
    private static final int OBJECT_HEADER = 16;
    private static final int FIRST_SIZE = 4096;
    private static final int LARGEST_SIZE = 1 << 16;

    private final FileSpace m_space;
    private ByteBuffer m_collection;
    private long m_address;
    private int m_objects;
    private int m_nextSize = FIRST_SIZE;

    GlobalHeap(final FileSpace space) {
        m_space = space;
    }

    /** Puts the reference to a text, which is 16 bytes; an empty one needs no object. */
    void put(final byte[] text, final ByteBuffer reference) throws IOException {
        if (text.length == 0) {
            reference.putInt(0).putLong(0).putInt(0);
            return;
        }
        final int needed = OBJECT_HEADER + padded(text.length);
        if (m_collection == null || m_collection.remaining() < needed) {
            flush();
            start(HEADER + needed);
        }
        m_objects++;
        m_collection.putShort((short)m_objects).putShort((short)1).putInt(0).putLong(text.length);
        m_collection.put(text).position(m_collection.position() + padded(text.length) - text.length);
        reference.putInt(text.length).putLong(m_address).putInt(m_objects);
    }

    private static int padded(final int length) {
        return Math.addExact(length, 7) / 8 * 8;
    }

    private void start(final int atLeast) {
        final int size = Math.max(atLeast, m_nextSize);
        m_nextSize = Math.min(LARGEST_SIZE, 2 * m_nextSize);
        m_collection = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        m_address = m_space.allocate(size);
        m_objects = 0;
        m_collection.put(new byte[]{'G', 'C', 'O', 'L', 1, 0, 0, 0}).putLong(size);
    }

    /** Writes the collection begun last; what is left free in it is told by an object number 0. */
    void flush() throws IOException {
        if (m_collection == null) {
            return;
        }
        final int free = m_collection.remaining();
        if (free >= OBJECT_HEADER) {
            m_collection.putShort((short)0).putShort((short)0).putInt(0).putLong(free);
        }
        m_space.write(m_address, m_collection.array(), m_collection.capacity());
        m_collection = null;
    }
}
