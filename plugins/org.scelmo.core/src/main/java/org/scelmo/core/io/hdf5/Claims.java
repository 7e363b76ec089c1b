package org.scelmo.core.io.hdf5;

import io.jhdf.FractalHeap;
import io.jhdf.Utils;
import io.jhdf.btree.BTreeV2;
import io.jhdf.btree.record.BTreeRecord;
import io.jhdf.dataset.chunked.DatasetInfo;
import io.jhdf.dataset.chunked.indexing.BTreeIndex;
import io.jhdf.dataset.chunked.indexing.ExtensibleArrayIndex;
import io.jhdf.dataset.chunked.indexing.FixedArrayIndex;
import io.jhdf.exceptions.HdfException;

/**
 * Looks at the counts in the headers of structures for which jhdf reserves memory before it reads them. Whatever is
 * counted takes at least a byte, so no count of a sound file is above the file's length.
 */
final class Claims {

    private final GuardedStorage m_storage;
    private final int m_offset;
    private final int m_length;

    Claims(final GuardedStorage storage) {
        m_storage = storage;
        m_offset = storage.getSizeOfOffsets();
        m_length = storage.getSizeOfLengths();
    }

    private long number(final long address, final int bytes) {
        return Utils.readBytesAsUnsignedLong(m_storage.readBufferFromAddress(address, bytes), bytes);
    }

    private void check(final String structure, final long count) {
        if (count < 0 || count > m_storage.size()) {
            throw new HdfException("%s claims %d entries in a file of %d bytes".formatted(structure, count,
                m_storage.size()));
        }
    }

    private void checkTree(final long address) {
        check("a tree", number(address + 18 + m_offset, m_length));
    }

    <T extends BTreeRecord> BTreeV2<T> tree(final long address) {
        checkTree(address);
        return new BTreeV2<>(m_storage, address);
    }

    FractalHeap heap(final long address) {
        final long width = number(address + 14 + 10L * m_length + 2L * m_offset, 2);
        final long rows = number(address + 20 + 12L * m_length + 3L * m_offset, 2);
        check("a heap", width * rows);
        return new FractalHeap(m_storage, address);
    }

    BTreeIndex treeIndex(final long address, final DatasetInfo info) {
        checkTree(address);
        return new BTreeIndex(m_storage, address, info);
    }

    FixedArrayIndex fixedArray(final long address, final DatasetInfo info) {
        check("an index of chunks", number(address + 8, m_length));
        return new FixedArrayIndex(m_storage, address, info);
    }

    ExtensibleArrayIndex extensibleArray(final long address, final DatasetInfo info) {
        check("an index of chunks", number(address + 12 + 4L * m_length, m_length));
        return new ExtensibleArrayIndex(m_storage, address, info);
    }
}
