package org.scelmo.core.io.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicLong;

import io.jhdf.Superblock;
import io.jhdf.exceptions.HdfException;
import io.jhdf.storage.HdfBackingStorage;

/**
 * What jhdf reads a file's structures through. Refuses what lies outside the file before memory is taken for it, and
 * stops trees and heaps that refer to each other in circles by a limit on the number of reads.
 */
final class GuardedStorage implements HdfBackingStorage {

    private static final long FREE_READS = 1_000_000;
    /** No structure of a sound file is smaller, and none is read more than a few times. */
    private static final long BYTES_PER_READ = 8;

    private final FileChannel m_channel;
    private final Superblock m_superblock;
    private final long m_size;
    private final AtomicLong m_readsLeft;

    GuardedStorage(final FileChannel channel, final Superblock superblock) throws IOException {
        m_channel = channel;
        m_superblock = superblock;
        m_size = channel.size();
        m_readsLeft = new AtomicLong(FREE_READS + m_size / BYTES_PER_READ);
    }

    @Override
    public ByteBuffer readBufferFromAddress(final long address, final int length) {
        return mapNoOffset(address + m_superblock.getBaseAddressByte(), length);
    }

    @Override
    public ByteBuffer map(final long address, final long length) {
        return mapNoOffset(address + m_superblock.getBaseAddressByte(), length);
    }

    @Override
    public ByteBuffer mapNoOffset(final long address, final long length) {
        if (m_readsLeft.decrementAndGet() < 0) {
            throw new HdfException("the file's structures refer to each other without end");
        }
        if (address < 0 || length < 0 || length > Integer.MAX_VALUE - 8 || address > m_size - length) {
            throw new HdfException("%d bytes are expected at %d, but the file has only %d"
                .formatted(length, address, m_size));
        }
        final var buffer = ByteBuffer.allocate((int)length);
        try {
            readFully(buffer, address);
        } catch (IOException e) {
            throw new HdfException("Cannot read the file", e);
        }
        return buffer.flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Reads data, not structures: neither counted nor moved by the base address. */
    void read(final ByteBuffer into, final long address) throws IOException {
        final long start = address + m_superblock.getBaseAddressByte();
        if (address < 0 || start > m_size - into.remaining()) {
            throw new HdfException("%d bytes are expected at %d, but the file has only %d"
                .formatted(into.remaining(), start, m_size));
        }
        readFully(into, start);
    }

    private void readFully(final ByteBuffer into, final long position) throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            final int n = m_channel.read(into, at);
            if (n < 0) {
                throw new IOException("The file ended while it was being read.");
            }
            at += n;
        }
    }

    @Override
    public long getUserBlockSize() {
        return m_superblock.getBaseAddressByte();
    }

    @Override
    public Superblock getSuperblock() {
        return m_superblock;
    }

    @Override
    public FileChannel getFileChannel() {
        return m_channel;
    }

    @Override
    public int getSizeOfOffsets() {
        return m_superblock.getSizeOfOffsets();
    }

    @Override
    public int getSizeOfLengths() {
        return m_superblock.getSizeOfLengths();
    }

    @Override
    public void close() {
        // the file that owns the channel closes it
    }

    @Override
    public long size() {
        return m_size;
    }

    @Override
    public boolean inMemory() {
        return false;
    }
}
