package org.scelmo.core.io.hdf5.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An object header, version 2, in one piece: what a dataset or a group is, and its attributes. */
final class ObjectHeader {

    static final int DATASPACE = 0x01;
    static final int LINK_INFO = 0x02;
    static final int DATATYPE = 0x03;
    static final int FILL_VALUE = 0x05;
    static final int LINK = 0x06;
    static final int LAYOUT = 0x08;
    static final int GROUP_INFO = 0x0A;
    static final int FILTERS = 0x0B;
    static final int ATTRIBUTE = 0x0C;

    /** Message sizes are 16-bit numbers. */
    private static final int MAX_MESSAGE = 0xFFFF;
    /** The size of the messages is a 32-bit number. */
    private static final int SIZE_IN_FOUR_BYTES = 2;
    private static final int UTF8 = 1;

    private final GlobalHeap m_heap;
    private final Bytes m_messages = new Bytes();

    ObjectHeader(final GlobalHeap heap) {
        m_heap = heap;
    }

    void add(final int type, final Bytes message) {
        if (message.size() > MAX_MESSAGE) {
            throw new Hdf5WriteException("An entry of %d bytes is larger than HDF5 allows (%d)."
                .formatted(message.size(), MAX_MESSAGE));
        }
        m_messages.u8(type).u16(message.size()).u8(0).put(message);
    }

    /** Message version 2: simple with the given axes, or a scalar if there is none. */
    static Bytes dataspace(final long... axes) {
        final var message = new Bytes().u8(2, axes.length, 0, axes.length == 0 ? 0 : 1);
        Arrays.stream(axes).forEach(message::u64);
        return message;
    }

    /** Message version 3. */
    void attribute(final String name, final ElementKind kind, final byte[] data, final long... axes) {
        final var type = kind.message();
        final var space = dataspace(axes);
        final var nameBytes = name.getBytes(StandardCharsets.UTF_8);
        add(ATTRIBUTE, new Bytes().u8(3, 0).u16(nameBytes.length + 1).u16(type.size()).u16(space.size()).u8(UTF8)
            .put(nameBytes).u8(0).put(type).put(space).put(data));
    }

    void text(final String name, final String value) throws IOException {
        attribute(name, ElementKind.TEXT, references(value));
    }

    void texts(final String name, final String... values) throws IOException {
        attribute(name, ElementKind.TEXT, references(values), values.length);
    }

    private byte[] references(final String... texts) throws IOException {
        final var data = ByteBuffer.allocate(texts.length * ElementKind.TEXT.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (final var text : texts) {
            m_heap.put(text.getBytes(StandardCharsets.UTF_8), data);
        }
        return data.array();
    }

    /** @return the address at which it was written */
    long write(final FileSpace space) throws IOException {
        return space.append(new Bytes().ascii("OHDR").u8(2, SIZE_IN_FOUR_BYTES).u32(m_messages.size())
            .put(m_messages).checksum());
    }
}
