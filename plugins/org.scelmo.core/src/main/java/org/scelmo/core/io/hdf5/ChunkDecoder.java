package org.scelmo.core.io.hdf5;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import io.jhdf.exceptions.HdfException;
import io.jhdf.filter.BitShuffleFilter;
import io.jhdf.filter.Lz4Filter;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;

/**
 * Undoes the filters of one dataset's chunks. Output grows with what really unfolds, never beyond the chunk's own size.
 * Keeps nothing between chunks.
 */
final class ChunkDecoder {

    private static final int GROWTH = 4;

    private final List<FilterInfo> m_filters;
    private final int m_chunkBytes;

    ChunkDecoder(final List<FilterInfo> filters, final int chunkBytes) {
        m_filters = filters;
        m_chunkBytes = chunkBytes;
    }

    /**
     * @param stored the chunk as it lies in the file
     * @param skipped bit i is set if filter i was not applied to this chunk
     * @return the chunk's elements; exactly its full size
     */
    byte[] decode(final byte[] stored, final int skipped) {
        byte[] bytes = stored;
        for (int i = m_filters.size() - 1; i >= 0; i--) {
            if ((skipped >> i & 1) == 0) {
                bytes = undo(m_filters.get(i), bytes);
            }
        }
        if (bytes.length < m_chunkBytes) {
            throw new HdfException("a chunk unfolds to %d bytes instead of %d".formatted(bytes.length, m_chunkBytes));
        }
        return bytes;
    }

    private byte[] undo(final FilterInfo filter, final byte[] bytes) {
        final int[] data = filter.getData();
        return switch (filter.getId()) {
            case Filters.DEFLATE -> inflate(bytes);
            case Filters.SHUFFLE -> unshuffle(bytes, data.length > 0 ? data[0] : 1);
            case Filters.FLETCHER32 -> Fletcher32.verified(bytes);
            case Filters.LZF -> unpackLzf(bytes, data);
            case Filters.BLOSC -> Blosc.decode(bytes, m_chunkBytes);
            case Filters.LZ4 -> new Lz4Filter().decode(claimedWithin(bytes), data);
            case Filters.BITSHUFFLE -> new BitShuffleFilter()
                .decode(data.length > 4 && data[4] != 0 ? claimedWithin(bytes) : bytes, data);
            case Filters.ZSTD -> Zstd.decode(bytes, m_chunkBytes);
            default -> throw new HdfException("filter " + filter.getId() + " is unknown");
        };
    }

    private byte[] inflate(final byte[] bytes) {
        final var inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            return inflate(inflater, bytes.length);
        } catch (DataFormatException e) {
            throw new HdfException("a compressed chunk is damaged", e);
        } finally {
            inflater.end(); // its memory is not Java's
        }
    }

    private byte[] inflate(final Inflater inflater, final int stored) throws DataFormatException {
        byte[] out = new byte[(int)Math.min(m_chunkBytes, 1024L + (long)GROWTH * stored)];
        int length = 0;
        while (length < m_chunkBytes && !inflater.finished()) {
            if (length == out.length) {
                out = Arrays.copyOf(out, (int)Math.min(m_chunkBytes, (long)GROWTH * length));
            }
            final int n = inflater.inflate(out, length, out.length - length);
            if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                throw new HdfException("a compressed chunk is cut off");
            }
            length += n;
        }
        return length == out.length ? out : Arrays.copyOf(out, length);
    }

    /** The bytes of each element were stored apart: all first bytes, all second ones… */
    static byte[] unshuffle(final byte[] bytes, final int elementSize) {
        if (elementSize <= 1) {
            return bytes;
        }
        final var out = new byte[bytes.length];
        final int count = bytes.length / elementSize;
        for (int b = 0; b < elementSize; b++) {
            for (int i = 0, from = b * count, to = b; i < count; i++, to += elementSize) {
                out[to] = bytes[from + i];
            }
        }
        final int whole = count * elementSize;
        System.arraycopy(bytes, whole, out, whole, bytes.length - whole);
        return out;
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
