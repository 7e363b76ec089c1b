package org.scelmo.core.io.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads and decodes chunks. Keeps those used last: one of an array of one axis; of a wide one, whose chunks lie side by
 * side, up to 64 MB or a quarter of the heap, so that each is decoded once. Not thread-safe.
 */
final class ChunkReader {

    /** Chunks of a wide matrix that lie side by side must fit, or each is decoded again and again. */
    private static final long CACHE_BYTES = Math.max(64L << 20, Runtime.getRuntime().maxMemory() / 4);
    private static final int FREE_BYTES = 64 << 20;
    private static final int CLAIM_SLACK = 1 << 16;
    private static final long NONE = -1;

    private final Hdf5File m_file;
    private final String m_path;
    private final Layout.Chunked m_layout;
    private final int m_chunkBytes;
    private final ChunkDecoder m_decoder;
    private final long m_most;
    private final Map<Long, byte[]> m_kept = new LinkedHashMap<>(16, 0.75f, true);
    private byte[] m_stored = new byte[0];
    private byte[] m_last;
    private long m_lastKey = NONE;

    ChunkReader(final Hdf5File file, final String path, final Layout.Chunked layout, final int elementSize) {
        m_file = file;
        m_path = path;
        m_layout = layout;
        int bytes = elementSize;
        for (final var length : layout.index().chunkShape()) {
            bytes = Math.multiplyExact(bytes, length);
        }
        m_chunkBytes = bytes;
        m_decoder = new ChunkDecoder(layout.filters(), bytes);
        m_most = layout.index().chunkShape().length == 1 ? 1 : Math.max(1, CACHE_BYTES / bytes);
    }

    /**
     * @return where the chunk's elements lie in the file as they are; negative if it went through a filter or is absent
     */
    long plainAddress(final long key) {
        final var index = m_layout.index();
        final int position = index.find(key);
        final int all = (1 << m_layout.filters().size()) - 1;
        return position < 0 || (index.mask(position) & all) != all || index.size(position) < m_chunkBytes ? -1
            : index.address(position);
    }

    /** @return begins with the chunk's elements; valid until the next call; null if it is not stored */
    byte[] chunk(final long key) throws IOException {
        if (key == m_lastKey) {
            return m_last;
        }
        byte[] chunk = m_kept.get(key);
        if (chunk == null) {
            m_lastKey = NONE;
            chunk = read(key);
            if (chunk == null) {
                return null;
            }
            if (m_most > 1) {
                chunk = keep(key, chunk);
            }
        }
        m_last = chunk;
        m_lastKey = key;
        return chunk;
    }

    private byte[] read(final long key) throws IOException {
        final var index = m_layout.index();
        final int position = index.find(key);
        if (position < 0) {
            return null;
        }
        final int size = index.size(position);
        if (size <= 0 || size > m_file.size()
            || m_chunkBytes > CLAIM_SLACK + (long)Filters.maxRatio(m_layout.filters()) * size) {
            throw m_file.fault(m_path, "a chunk of %d bytes claims to unfold to %d.".formatted(size, m_chunkBytes),
                "Copy or download the file again: it may be damaged.");
        }
        if (m_chunkBytes > FREE_BYTES) {
            MemoryBudget.check(m_file, m_path, m_chunkBytes);
        }
        if (m_stored.length < size + ChunkDecoder.SLACK) {
            m_stored = new byte[size + ChunkDecoder.SLACK];
        }
        m_file.storage().read(ByteBuffer.wrap(m_stored, 0, size), index.address(position));
        return m_decoder.decode(m_stored, size, index.mask(position));
    }

    private byte[] keep(final long key, final byte[] chunk) {
        final var oldest = m_kept.keySet().iterator();
        while (m_kept.size() >= m_most && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
        final var kept = Arrays.copyOf(chunk, m_chunkBytes);
        m_kept.put(key, kept);
        return kept;
    }
}
