package org.scelmo.core.io.hdf5.write;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** A group that is being written: attributes, groups and datasets in any order, each closed before this is closed. */
public final class GroupWriter implements Closeable {

    /** Character set given, name length in 4 bytes. */
    private static final int LINK_FLAGS = 0x12;
    private static final int UTF8 = 1;

    private final FileSpace m_space;
    private final GlobalHeap m_heap;
    private final Storage m_storage;
    private final ObjectHeader m_header;
    private final Set<String> m_names = new HashSet<>();
    private final GroupWriter m_parent;
    private final String m_name;

    GroupWriter(final FileSpace space, final GlobalHeap heap, final Storage storage) {
        this(space, heap, storage, null, null);
    }

    private GroupWriter(final FileSpace space, final GlobalHeap heap, final Storage storage,
        final GroupWriter parent, final String name) {
        m_space = space;
        m_heap = heap;
        m_storage = storage;
        m_header = new ObjectHeader(heap);
        m_parent = parent;
        m_name = name;
        m_header.add(ObjectHeader.LINK_INFO, new Bytes().u8(0, 0).u64(Bytes.UNDEFINED).u64(Bytes.UNDEFINED));
        m_header.add(ObjectHeader.GROUP_INFO, new Bytes().u8(0, 0));
    }

    /**
     * @param name of the new group in this one
     * @return the group; close it before this one
     * @throws Hdf5WriteException if a name cannot be that of a link, or is taken
     */
    public GroupWriter group(final String name) {
        return new GroupWriter(m_space, m_heap, m_storage, this, checked(name));
    }

    /**
     * @param name of the new dataset in this group
     * @param kind of its elements
     * @return a dataset of one axis, as long as what is put into it
     * @throws Hdf5WriteException if a name cannot be that of a link, or is taken
     */
    public DatasetWriter list(final String name, final ElementKind kind) {
        return new DatasetWriter(this, checked(name), kind, 1, -1, 1);
    }

    /**
     * @param name of the new dataset in this group
     * @param kind of its elements
     * @param rows length of the first axis
     * @param columns length of the second axis
     * @return a dataset of two axes; row by row is put into it
     * @throws Hdf5WriteException if a name cannot be that of a link, or is taken
     */
    public DatasetWriter table(final String name, final ElementKind kind, final long rows, final int columns) {
        return new DatasetWriter(this, checked(name), kind, 2, rows, columns);
    }

    /**
     * @param name of the new dataset in this group
     * @param kind of its element
     * @return a dataset without axes; exactly one element is put into it
     * @throws Hdf5WriteException if a name cannot be that of a link, or is taken
     */
    public DatasetWriter scalar(final String name, final ElementKind kind) {
        return new DatasetWriter(this, checked(name), kind, 0, 1, 1);
    }

    private String checked(final String name) {
        if (name.isEmpty() || name.equals(".") || name.indexOf('/') >= 0 || name.indexOf('\0') >= 0) {
            throw new Hdf5WriteException("'%s' cannot be a name in an HDF5 file.".formatted(name),
                "Choose a name that is not empty and has no slash.");
        }
        if (!m_names.add(name)) {
            throw new Hdf5WriteException("The name '%s' occurs twice in one group.".formatted(name));
        }
        return name;
    }

    /** Adds a text as attribute. */
    public void attribute(final String name, final String value) throws IOException {
        m_header.text(name, value);
    }

    /** Adds a list of texts, which may be empty, as attribute. */
    public void attribute(final String name, final String[] values) throws IOException {
        m_header.texts(name, values);
    }

    /** Adds a list of numbers as attribute. */
    public void attribute(final String name, final long[] values) {
        final var data = ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        data.asLongBuffer().put(values);
        m_header.attribute(name, ElementKind.INT64, data.array(), values.length);
    }

    /** Adds a truth value as attribute. */
    public void attribute(final String name, final boolean value) {
        m_header.attribute(name, ElementKind.BOOL, new byte[]{(byte)(value ? 1 : 0)});
    }

    void link(final String name, final long address) {
        final var bytes = name.getBytes(StandardCharsets.UTF_8);
        m_header.add(ObjectHeader.LINK,
            new Bytes().u8(1, LINK_FLAGS, UTF8).u32(bytes.length).put(bytes).u64(address));
    }

    FileSpace space() {
        return m_space;
    }

    GlobalHeap heap() {
        return m_heap;
    }

    Storage storage() {
        return m_storage;
    }

    /** @return the address of the header */
    long write() throws IOException {
        return m_header.write(m_space);
    }

    /** Writes the header; after that nothing can be added. */
    @Override
    public void close() throws IOException {
        if (m_parent != null) {
            m_parent.link(m_name, write());
        }
    }
}
