package org.scelmo.core.io.hdf5.write;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A new HDF5 file. It is one only after {@link #finish()}; closing it before leaves what no reader takes for one. */
public final class Hdf5Writer implements Closeable {

    private static final int SUPERBLOCK = 48;
    /** Half of h5py's and HDF5's default chunk cache, so that reading in small pieces finds the chunk there. */
    private static final int CHUNK_BYTES = 1 << 19;

    private final FileChannel m_channel;
    private final FileSpace m_space;
    private final GlobalHeap m_heap;
    private final GroupWriter m_root;

    private Hdf5Writer(final FileChannel channel, final Compression compression, final int chunkBytes) {
        m_channel = channel;
        m_space = new FileSpace(channel, SUPERBLOCK);
        m_heap = new GlobalHeap(m_space);
        m_root = new GroupWriter(m_space, m_heap, new Storage(compression, chunkBytes));
    }

    /**
     * @param file where to write; what is there is overwritten
     * @param compression of all datasets, very small ones excepted
     * @return the file, empty
     * @throws IOException if it cannot be made
     */
    public static Hdf5Writer create(final Path file, final Compression compression) throws IOException {
        return create(file, compression, CHUNK_BYTES);
    }

    /** With chunks of another size, for tests. */
    static Hdf5Writer create(final Path file, final Compression compression, final int chunkBytes)
        throws IOException {
        return new Hdf5Writer(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE), compression, chunkBytes);
    }

    /** @return the outermost group, which {@link #finish()} closes */
    public GroupWriter root() {
        return m_root;
    }

    /**
     * Closes the outermost group and writes everything to the disk, the superblock last.
     *
     * @throws IOException if it cannot be written
     */
    public void finish() throws IOException {
        final long root = m_root.write();
        m_heap.flush();
        m_space.fill();
        m_channel.force(true);
        final var superblock = new Bytes().u8(0x89).ascii("HDF\r\n").u8(0x1A).ascii("\n").u8(2, 8, 8, 0).u64(0)
            .u64(Bytes.UNDEFINED).u64(m_space.end()).u64(root).checksum();
        m_space.write(0, superblock.toArray(), superblock.size());
        m_channel.force(true);
    }

    @Override
    public void close() throws IOException {
        m_channel.close();
    }
}
