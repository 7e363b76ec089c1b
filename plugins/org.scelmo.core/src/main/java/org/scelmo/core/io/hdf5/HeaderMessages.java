package org.scelmo.core.io.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import io.jhdf.Utils;
import io.jhdf.exceptions.HdfException;

/**
 * The messages of one type in an object header of version 2, as raw bytes: for what jhdf parses but not as h5py means
 * it.
 */
final class HeaderMessages {

    private static final int SIGNATURE = 'O' | 'H' << 8 | 'D' << 16 | 'R' << 24;
    private static final int PREFIX = 6;
    private static final int CONTINUATION = 16;
    private static final int CONTINUATION_SIGNATURE = 4;
    private static final int CHECKSUM = 4;
    private static final int MAX_BLOCKS = 1000;

    private final GuardedStorage m_storage;
    private final int m_type;
    private final List<ByteBuffer> m_found = new ArrayList<>();
    private int m_messageHead;
    private int m_blocks;

    private HeaderMessages(final GuardedStorage storage, final int type) {
        m_storage = storage;
        m_type = type;
    }

    /** @return the messages, or none if the header is of version 1 */
    static List<ByteBuffer> of(final GuardedStorage storage, final long address, final int type) {
        final var messages = new HeaderMessages(storage, type);
        final var prefix = storage.readBufferFromAddress(address, PREFIX);
        if (prefix.getInt() == SIGNATURE) {
            prefix.get();
            messages.readFirst(address + PREFIX, prefix.get());
        }
        return messages.m_found;
    }

    private void readFirst(final long afterPrefix, final int flags) {
        final long at = afterPrefix + ((flags & 32) != 0 ? 16 : 0) + ((flags & 16) != 0 ? 4 : 0);
        final int sizeBytes = 1 << (flags & 3);
        final int size = Utils.readBytesAsUnsignedInt(m_storage.readBufferFromAddress(at, sizeBytes), sizeBytes);
        m_messageHead = 4 + ((flags & 4) != 0 ? 2 : 0);
        read(m_storage.readBufferFromAddress(at + sizeBytes, size));
    }

    private void read(final ByteBuffer block) {
        if (++m_blocks > MAX_BLOCKS) {
            throw new HdfException("an object header continues without end");
        }
        while (block.remaining() > m_messageHead) {
            final int type = block.get() & 0xFF;
            final int size = block.getShort() & 0xFFFF;
            block.position(block.position() + m_messageHead - 3);
            if (size > block.remaining()) {
                throw new HdfException("an object header is cut off");
            }
            final var message = block.slice(block.position(), size).order(ByteOrder.LITTLE_ENDIAN);
            block.position(block.position() + size);
            if (type == m_type) {
                m_found.add(message);
            } else if (type == CONTINUATION) {
                final long offset = Utils.readBytesAsUnsignedLong(message, m_storage.getSizeOfOffsets());
                final int length = Utils.readBytesAsUnsignedInt(message, m_storage.getSizeOfLengths());
                read(m_storage.readBufferFromAddress(offset + CONTINUATION_SIGNATURE,
                    length - CONTINUATION_SIGNATURE - CHECKSUM));
            }
        }
    }
}
