package org.scelmo.core.io.hdf5;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

import io.jhdf.exceptions.HdfException;
import io.jhdf.filter.BitShuffleFilter;
import io.jhdf.filter.Lz4Filter;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;

/**
 * Undoes the filters of one dataset's chunks, in two arrays that it uses again and again, neither much larger than a
 * chunk. Not thread-safe.
 */
final class ChunkDecoder {

    /** By how much the array of a stored chunk must be longer than that. */
    static final int SLACK = Inflate.IN_SLACK;

    private final List<FilterInfo> m_filters;
    private final int m_chunkBytes;
    private byte[] m_one = new byte[0];
    private byte[] m_other = new byte[0];
    private byte[] m_bytes;
    private int m_length;
    private Inflate m_inflate;

    ChunkDecoder(final List<FilterInfo> filters, final int chunkBytes) {
        m_filters = filters;
        m_chunkBytes = chunkBytes;
    }

    int chunkBytes() {
        return m_chunkBytes;
    }

    /**
     * @param stored the chunk as it lies in the file, in an array longer by {@link #SLACK}
     * @param length of the stored chunk
     * @param skipped bit i is set if filter i was not applied to this chunk
     * @return an array that begins with the chunk's elements, all of them; valid until the next call
     */
    byte[] decode(final byte[] stored, final int length, final int skipped) {
        m_bytes = stored;
        m_length = length;
        for (int i = m_filters.size() - 1; i >= 0; i--) {
            if ((skipped >> i & 1) == 0) {
                undo(m_filters.get(i));
            }
        }
        if (m_length < m_chunkBytes) {
            throw new HdfException("a chunk unfolds to %d bytes instead of %d".formatted(m_length, m_chunkBytes));
        }
        return m_bytes;
    }

    private void undo(final FilterInfo filter) {
        final int[] data = filter.getData();
        switch (filter.getId()) {
            case Filters.DEFLATE -> inflate();
            case Filters.SHUFFLE -> unshuffle(data.length > 0 ? data[0] : 1);
            case Filters.FLETCHER32 -> set(Fletcher32.verified(trimmed()));
            case Filters.LZF -> set(unpackLzf(trimmed(), data));
            case Filters.BLOSC -> set(Blosc.decode(trimmed(), m_chunkBytes));
            case Filters.LZ4 -> set(new Lz4Filter().decode(claimedWithin(trimmed()), data));
            case Filters.BITSHUFFLE -> set(new BitShuffleFilter()
                .decode(data.length > 4 && data[4] != 0 ? claimedWithin(trimmed()) : trimmed(), data));
            case Filters.ZSTD -> set(Zstd.decode(trimmed(), m_chunkBytes));
            default -> throw new HdfException("filter " + filter.getId() + " is unknown");
        }
    }

    private void set(final byte[] bytes) {
        m_bytes = bytes;
        m_length = bytes.length;
    }

    private byte[] trimmed() {
        return m_bytes.length == m_length ? m_bytes : Arrays.copyOf(m_bytes, m_length);
    }

    /** @return an array of at least that size that does not hold the bytes to work on */
    private byte[] room(final int size) {
        if (m_bytes == m_one) {
            m_other = m_other.length < size ? new byte[size] : m_other;
            return m_other;
        }
        m_one = m_one.length < size ? new byte[size] : m_one;
        return m_one;
    }

    private void inflate() {
        final var in = m_bytes.length - m_length < SLACK ? Arrays.copyOf(m_bytes, m_length + SLACK) : m_bytes;
        final var out = room(m_chunkBytes + Inflate.OUT_SLACK);
        if (m_inflate == null) {
            m_inflate = new Inflate();
        }
        m_length = m_inflate.inflate(in, m_length, out, m_chunkBytes);
        m_bytes = out;
    }

    private void unshuffle(final int elementSize) {
        if (elementSize > 1) {
            final var out = room(m_length + Inflate.OUT_SLACK);
            Unshuffle.bytes(m_bytes, m_length, elementSize, out);
            m_bytes = out;
        }
    }

    /** h5py leaves out the size in the filter's data for texts; a chunk that did not shrink is stored as it was. */
    private byte[] unpackLzf(final byte[] bytes, final int[] data) {
        final int size = data.length > 2 && data[2] > 0 ? Math.min(data[2], m_chunkBytes) : m_chunkBytes;
        if (bytes.length >= size) {
            return bytes;
        }
        if (size / 256 > bytes.length) {
            throw new HdfException("a compressed chunk is cut off");
        }
        return Lzf.decode(bytes, size);
    }

    /** LZ4 chunks begin with the size they unfold to, which is taken as memory at once. */
    private byte[] claimedWithin(final byte[] bytes) {
        if (bytes.length < 12) {
            throw new HdfException("a compressed chunk is cut off");
        }
        final var head = ByteBuffer.wrap(bytes);
        final long total = head.getLong();
        final int block = head.getInt();
        if (total < 0 || total > m_chunkBytes || block <= 0 || total / 256 > bytes.length
            || block > Math.max(m_chunkBytes, 1 << 20)) {
            throw new HdfException("a compressed chunk claims %d bytes in blocks of %d; it holds %d"
                .formatted(total, block, m_chunkBytes));
        }
        return bytes;
    }
}
