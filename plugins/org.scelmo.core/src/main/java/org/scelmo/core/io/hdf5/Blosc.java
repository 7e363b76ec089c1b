package org.scelmo.core.io.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import io.airlift.compress.snappy.SnappyDecompressor;
import io.jhdf.exceptions.HdfException;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/**
 * Unfolds a chunk of Blosc, version 1: a header of 16 bytes, the offsets of the blocks, then the blocks; each is in one
 * piece or split by the bytes of its elements, and shuffled as a whole, by bytes or by bits. The pieces are packed by
 * BloscLZ, LZ4, Snappy, zlib or Zstandard.
 */
final class Blosc {

    private static final int HEADER = 16;
    private static final int SHUFFLED = 1;
    private static final int COPIED = 2;
    private static final int BIT_SHUFFLED = 4;
    private static final int NOT_SPLIT = 16;
    private static final int MOST_SPLITS = 16;
    private static final int LEAST_SPLIT = 128;
    private static final LZ4SafeDecompressor LZ4 = LZ4Factory.safeInstance().safeDecompressor();

    private final ByteBuffer m_in;
    private final int m_flags;
    private final int m_elementSize;
    private final byte[] m_out;

    private Blosc(final byte[] stored, final int most) {
        if (stored.length < HEADER) {
            throw cut();
        }
        m_in = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
        m_flags = m_in.get(2);
        m_elementSize = Math.max(1, m_in.get(3) & 0xFF);
        final int size = m_in.getInt(4);
        if (size < 0 || size > most) {
            throw new HdfException("a compressed chunk claims %d bytes; it holds %d".formatted(size, most));
        }
        m_out = new byte[size];
    }

    /**
     * @param stored the chunk as it lies in the file
     * @param most how many bytes it may unfold to
     */
    static byte[] decode(final byte[] stored, final int most) {
        try {
            return new Blosc(stored, most).decode();
        } catch (HdfException e) {
            throw e;
        } catch (RuntimeException | DataFormatException e) { // NOSONAR each codec has its own for damaged pieces
            throw new HdfException("a compressed chunk is damaged", e);
        }
    }

    private static HdfException cut() {
        return new HdfException("a compressed chunk is cut off");
    }

    private byte[] decode() throws DataFormatException {
        if ((m_flags & COPIED) != 0) {
            m_in.get(HEADER, m_out);
            return m_out;
        }
        final int block = m_in.getInt(8);
        if (block <= 0 && m_out.length > 0) {
            throw new HdfException("a compressed chunk has blocks of %d bytes".formatted(block));
        }
        for (int from = 0, i = 0; from < m_out.length; from += block, i++) {
            final int size = Math.min(block, m_out.length - from);
            unpack(m_in.getInt(HEADER + i * Integer.BYTES), from, size, size == block);
        }
        return m_out;
    }

    private void unpack(final int at, final int from, final int size, final boolean whole) throws DataFormatException {
        final boolean split = (m_flags & NOT_SPLIT) == 0 && whole && m_elementSize <= MOST_SPLITS
            && size / m_elementSize >= LEAST_SPLIT;
        final int pieces = split ? m_elementSize : 1;
        final int piece = size / pieces;
        final var bytes = new byte[size];
        int next = at;
        for (int i = 0; i < pieces; i++) {
            final int packed = m_in.getInt(next);
            next += Integer.BYTES;
            if (packed < 0 || packed > m_in.capacity() - next) {
                throw cut();
            }
            if (packed == piece) {
                m_in.get(next, bytes, i * piece, piece);
            } else {
                unpackPiece(next, packed, bytes, i * piece, piece);
            }
            next += packed;
        }
        System.arraycopy(unshuffled(bytes), 0, m_out, from, size);
    }

    private byte[] unshuffled(final byte[] bytes) {
        if ((m_flags & BIT_SHUFFLED) != 0) {
            return BitShuffle.undo(bytes, m_elementSize);
        }
        return (m_flags & SHUFFLED) != 0 ? Unshuffle.bytes(bytes, m_elementSize) : bytes;
    }

    private void unpackPiece(final int from, final int packed, final byte[] into, final int at, final int size)
        throws DataFormatException {
        final var stored = m_in.array();
        final int unpacked = switch (m_flags >> 5 & 7) {
            case 0 -> BloscLz.decode(stored, from, packed, into, at, size);
            case 1 -> LZ4.decompress(stored, from, packed, into, at, size);
            case 2 -> new SnappyDecompressor().decompress(stored, from, packed, into, at, size);
            case 3 -> inflate(stored, from, packed, into, at, size);
            case 4 -> Zstd.decode(stored, from, packed, into, at, size);
            default -> throw new HdfException("a chunk is packed by a codec that Blosc does not know");
        };
        if (unpacked != size) {
            throw new HdfException("a compressed chunk is damaged");
        }
    }

    private static int inflate(final byte[] stored, final int from, final int packed, final byte[] into, final int at,
        final int size) throws DataFormatException {
        final var inflater = new Inflater();
        try {
            inflater.setInput(stored, from, packed);
            int done = 0;
            while (done < size && !inflater.finished()) {
                final int n = inflater.inflate(into, at + done, size - done);
                if (n == 0) {
                    throw cut();
                }
                done += n;
            }
            return done;
        } finally {
            inflater.end();
        }
    }
}
