package org.scelmo.core.io.hdf5.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Hands out the file's space from front to back, in multiples of 8 bytes, and writes to it. */
final class FileSpace {

    private static final int ALIGNMENT = 8;

    private final FileChannel m_channel;
    private long m_end;

    FileSpace(final FileChannel channel, final int reserved) {
        m_channel = channel;
        m_end = reserved;
    }

    /** @return the address of so many bytes that nobody else has */
    long allocate(final int bytes) {
        final long address = m_end;
        m_end += (bytes + (long)ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return address;
    }

    long end() {
        return m_end;
    }

    void write(final long address, final byte[] bytes, final int count) throws IOException {
        final var buffer = ByteBuffer.wrap(bytes, 0, count);
        while (buffer.hasRemaining()) {
            m_channel.write(buffer, address + buffer.position());
        }
    }

    /** @return the address at which the bytes were put */
    long append(final byte[] bytes, final int count) throws IOException {
        final long address = allocate(count);
        write(address, bytes, count);
        return address;
    }

    long append(final Bytes bytes) throws IOException {
        return append(bytes.toArray(), bytes.size());
    }

    /** Makes the file as long as the space that was handed out: the last piece may be shorter. */
    void fill() throws IOException {
        if (m_channel.size() < m_end) {
            write(m_end - 1, new byte[1], 1);
        }
    }
}
