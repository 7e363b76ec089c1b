package org.scelmo.core.io.hdf5.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the chunks of a dataset lie: a version 1 B-tree, made level by level when all are known. Chunks follow one
 * another along the first axis and span the others. 16 bytes of memory per chunk.
 */
final class ChunkTree {

    /** Half the number of children that a node has room for; this is HDF5's default, which the file need not tell. */
    private static final int K = 32;
    private static final int CHILDREN = 2 * K;
    private static final int CHUNKS = 1;

    private final int m_axes;
    private final long m_rowsPerChunk;
    private long[] m_addresses = new long[16];
    private int[] m_sizes = new int[16];
    private int m_count;

    /** A node, or a chunk below the lowest level. */
    private record Entry(long firstChunk, int size, long address) {
    }

    /**
     * @param axes number of axes of the dataset
     * @param rowsPerChunk length of a chunk along the first one
     */
    ChunkTree(final int axes, final long rowsPerChunk) {
        m_axes = axes;
        m_rowsPerChunk = rowsPerChunk;
    }

    void add(final long address, final int storedBytes) {
        if (m_count == m_addresses.length) {
            m_addresses = Arrays.copyOf(m_addresses, 2 * m_count);
            m_sizes = Arrays.copyOf(m_sizes, 2 * m_count);
        }
        m_addresses[m_count] = address;
        m_sizes[m_count++] = storedBytes;
    }

    int chunks() {
        return m_count;
    }

    /** @return the address of the root */
    long write(final FileSpace space) throws IOException {
        List<Entry> entries = new ArrayList<>(m_count);
        for (int i = 0; i < m_count; i++) {
            entries.add(new Entry(i, m_sizes[i], m_addresses[i]));
        }
        for (int level = 0; level == 0 || entries.size() > 1; level++) {
            entries = writeLevel(entries, level, space);
        }
        return entries.get(0).address();
    }

    private List<Entry> writeLevel(final List<Entry> entries, final int level, final FileSpace space)
        throws IOException {
        final int size = 24 + (CHILDREN + 1) * keySize() + CHILDREN * Long.BYTES;
        final int nodes = (entries.size() + CHILDREN - 1) / CHILDREN;
        final var addresses = new long[nodes];
        Arrays.setAll(addresses, i -> space.allocate(size));
        final List<Entry> parents = new ArrayList<>(nodes);
        for (int i = 0; i < nodes; i++) {
            final var children = entries.subList(i * CHILDREN, Math.min(entries.size(), (i + 1) * CHILDREN));
            final long end = (i + 1) * CHILDREN < entries.size() ? entries.get((i + 1) * CHILDREN).firstChunk()
                : m_count;
            final var node = new Bytes().ascii("TREE").u8(CHUNKS, level).u16(children.size())
                .u64(i == 0 ? Bytes.UNDEFINED : addresses[i - 1])
                .u64(i == nodes - 1 ? Bytes.UNDEFINED : addresses[i + 1]);
            for (final var child : children) {
                key(node, child.size(), child.firstChunk()).u64(child.address());
            }
            key(node, 0, end);
            space.write(addresses[i], node.zeros(size - node.size()).toArray(), size);
            parents.add(new Entry(children.get(0).firstChunk(), children.get(0).size(), addresses[i]));
        }
        return parents;
    }

    private int keySize() {
        return 2 * Integer.BYTES + (m_axes + 1) * Long.BYTES;
    }

    /** Stored bytes, no filter left out, and the chunk's first element, whose last axis is the byte in an element. */
    private Bytes key(final Bytes node, final int size, final long chunk) {
        node.u32(size).u32(0).u64(chunk * m_rowsPerChunk);
        return node.zeros(m_axes * Long.BYTES);
    }
}
