package org.scelmo.core.io.hdf5;

import java.nio.ByteBuffer;
import java.util.List;

import io.jhdf.ObjectHeader;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.message.DataLayoutMessage.CompactDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;

/** How a dataset's bytes lie in the file. */
sealed interface Layout {

    /** @return bytes that the file holds for the dataset, as compressed */
    long storedBytes();

    /** In the header itself. */
    record Compact(ByteBuffer bytes) implements Layout {
        @Override
        public long storedBytes() {
            return bytes.remaining();
        }
    }

    /** In one piece. */
    record Contiguous(long address, long storedBytes) implements Layout {
    }

    /** In chunks, each through filters. */
    record Chunked(ChunkIndex index, List<FilterInfo> filters) implements Layout {
        @Override
        public long storedBytes() {
            return index.storedBytes();
        }
    }

    /** Nowhere: every element has the fill value. */
    record Unallocated() implements Layout {
        @Override
        public long storedBytes() {
            return 0;
        }
    }

    static Layout of(final GuardedStorage storage, final ObjectHeader header, final long[] shape, final long bytes,
        final int elementSize) {
        final var message = header.getMessageOfType(DataLayoutMessage.class);
        if (bytes == 0) {
            return new Unallocated();
        }
        if (message instanceof CompactDataLayoutMessage compact) {
            if (compact.getDataBuffer().remaining() < bytes) {
                throw new HdfException("%d bytes of data are claimed, %d are there"
                    .formatted(bytes, compact.getDataBuffer().remaining()));
            }
            return new Compact(compact.getDataBuffer());
        }
        if (message instanceof ContiguousDataLayoutMessage whole) {
            final long address = whole.getAddress();
            if (address == -1L) {
                return new Unallocated();
            }
            if (address < 0 || address + storage.getUserBlockSize() > storage.size() - bytes) {
                throw new HdfException("%d bytes of data are claimed at %d, but the file has only %d"
                    .formatted(bytes, address, storage.size()));
            }
            return new Contiguous(address, bytes);
        }
        if (shape.length < 1 || shape.length > 2) {
            throw new HdfException("chunked data of %d axes are not read".formatted(shape.length));
        }
        return new Chunked(ChunkIndex.of(storage, header, shape, elementSize), Filters.of(header));
    }
}
