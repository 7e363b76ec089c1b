package org.scelmo.core.io.hdf5;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import io.jhdf.ObjectHeader;
import io.jhdf.btree.BTreeV1;
import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.dataset.chunked.DatasetInfo;
import io.jhdf.dataset.chunked.indexing.ImplicitChunkIndex;
import io.jhdf.dataset.chunked.indexing.SingleChunkIndex;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessageV4;

/** Where each stored chunk of a dataset of one or two axes lies in the file; compact, immutable. */
final class ChunkIndex {

    private static final long UNDEFINED = -1L;

    private final int[] m_chunkShape;
    private final long[] m_keys;
    private final long[] m_addresses;
    private final int[] m_sizes;
    private final int[] m_masks;
    private final long m_storedBytes;

    private ChunkIndex(final int[] chunkShape, final long chunksAcross, final List<Chunk> chunks) {
        m_chunkShape = chunkShape;
        chunks.removeIf(c -> c.getAddress() == UNDEFINED);
        chunks.sort(Comparator.comparingLong(c -> key(c, chunksAcross)));
        m_keys = chunks.stream().mapToLong(c -> key(c, chunksAcross)).toArray();
        m_addresses = chunks.stream().mapToLong(Chunk::getAddress).toArray();
        m_sizes = chunks.stream().mapToInt(Chunk::getSize).toArray();
        m_masks = chunks.stream().mapToInt(c -> mask(c.getFilterMask())).toArray();
        m_storedBytes = chunks.stream().mapToLong(c -> Math.max(0, c.getSize())).sum();
    }

    private long key(final Chunk chunk, final long chunksAcross) {
        final var offset = chunk.getChunkOffset();
        final long row = offset[0] / m_chunkShape[0];
        return offset.length == 1 ? row : row * chunksAcross + offset[1] / m_chunkShape[1];
    }

    private static int mask(final BitSet mask) {
        final var words = mask == null ? new long[0] : mask.toLongArray();
        return words.length == 0 ? 0 : (int)words[0];
    }

    static ChunkIndex of(final GuardedStorage storage, final ObjectHeader header, final long[] shape,
        final int elementSize) {
        final int[] chunkShape;
        final Collection<Chunk> chunks;
        if (header.hasMessageOfType(ChunkedDataLayoutMessage.class)) {
            final var layout = header.getMessageOfType(ChunkedDataLayoutMessage.class);
            chunkShape = checked(layout.getChunkDimensions(), shape, elementSize);
            chunks = layout.getBTreeAddress() == UNDEFINED ? List.of()
                : BTreeV1.createDataBTree(storage, layout.getBTreeAddress(), shape.length).getChunks();
        } else {
            final var layout = header.getMessageOfType(ChunkedDataLayoutMessageV4.class);
            final var withSize = layout.getChunkDimensions();
            chunkShape = checked(Arrays.copyOf(withSize, withSize.length - 1), shape, elementSize);
            chunks = layout.getAddress() == UNDEFINED ? List.of()
                : modern(storage, layout, shape, chunkShape, elementSize);
        }
        final long across = shape.length == 1 ? 1 : (shape[1] + chunkShape[1] - 1) / chunkShape[1];
        return new ChunkIndex(chunkShape, across, new ArrayList<>(chunks));
    }

    private static int[] checked(final int[] chunkShape, final long[] shape, final int elementSize) {
        long bytes = elementSize;
        for (final var length : chunkShape) {
            bytes = length <= 0 ? -1 : Math.multiplyExact(bytes, length);
        }
        if (chunkShape.length != shape.length || bytes <= 0 || bytes > Integer.MAX_VALUE - 64) {
            throw new HdfException("chunks of shape %s are impossible for data of shape %s"
                .formatted(Arrays.toString(chunkShape), Arrays.toString(shape)));
        }
        return chunkShape;
    }

    private static Collection<Chunk> modern(final GuardedStorage storage, final ChunkedDataLayoutMessageV4 layout,
        final long[] shape, final int[] chunkShape, final int elementSize) {
        final long bytes = Arrays.stream(chunkShape).asLongStream().reduce(elementSize, Math::multiplyExact);
        final var info = new DatasetInfo((int)bytes, shape, chunkShape);
        final long address = layout.getAddress();
        long count = 1;
        for (int i = 0; i < shape.length; i++) {
            count = Math.multiplyExact(count, (shape[i] + chunkShape[i] - 1) / chunkShape[i]);
        }
        if (count > 1024 + storage.size() / Long.BYTES) {
            throw new HdfException("%d chunks are claimed in a file of %d bytes".formatted(count, storage.size()));
        }
        return switch (layout.getIndexingType()) {
            case ChunkedDataLayoutMessageV4.SINGLE_CHUNK_INDEX -> new SingleChunkIndex(layout, info).getAllChunks();
            case ChunkedDataLayoutMessageV4.IMPLICIT_INDEX -> new ImplicitChunkIndex(address, info).getAllChunks();
            case ChunkedDataLayoutMessageV4.FIXED_ARRAY_INDEX ->
                new Claims(storage).fixedArray(address, info).getAllChunks();
            case ChunkedDataLayoutMessageV4.EXTENSIBLE_ARRAY_INDEX ->
                new Claims(storage).extensibleArray(address, info).getAllChunks();
            case ChunkedDataLayoutMessageV4.B_TREE_V2_INDEX ->
                new Claims(storage).treeIndex(address, info).getAllChunks();
            default -> throw new HdfException("chunk index of unknown type " + layout.getIndexingType());
        };
    }

    /** @return length of a chunk along each axis */
    int[] chunkShape() {
        return m_chunkShape;
    }

    /** @return bytes of all stored chunks, as compressed */
    long storedBytes() {
        return m_storedBytes;
    }

    /** @return position of the chunk with this number (row-major), or negative if it is not stored */
    int find(final long key) {
        return Arrays.binarySearch(m_keys, key);
    }

    long address(final int position) {
        return m_addresses[position];
    }

    int size(final int position) {
        return m_sizes[position];
    }

    /** @return bit i is set if filter i was skipped for this chunk */
    int mask(final int position) {
        return m_masks[position];
    }
}
