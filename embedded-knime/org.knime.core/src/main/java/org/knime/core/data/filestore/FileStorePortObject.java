package org.knime.core.data.filestore;

import java.io.IOException;
import java.util.List;

import org.knime.core.data.filestore.internal.FileStoreProxy;
import org.knime.core.node.port.PortObject;
import org.scelmo.embedded.core.access.Accessors;
import org.scelmo.embedded.core.access.FileStoreAccess;

/**
 * A port object whose content lies in file stores. A node makes it with its stores; when it is read back it gets them
 * before {@link #postConstruct()}. Two are equal if their stores are.
 */
public abstract class FileStorePortObject implements PortObject, FileStoreProxy.FlushCallback {

    static {
        Accessors.register(FileStoreAccess.class, new FileStoreAccessImpl());
    }

    private List<FileStore> m_stores;

    private boolean m_flushed;

    /** For serializers: the stores follow. */
    protected FileStorePortObject() {
        m_stores = List.of();
        m_flushed = true;
    }

    /**
     * For nodes.
     *
     * @param fileStores the stores, none null
     */
    protected FileStorePortObject(final List<FileStore> fileStores) {
        m_stores = List.copyOf(fileStores);
    }

    protected int getFileStoreCount() {
        return m_stores.size();
    }

    protected FileStore getFileStore(final int index) {
        return m_stores.get(index);
    }

    /**
     * Called when the stores of an object that was read are there.
     *
     * @throws IOException if their content cannot be read
     */
    protected void postConstruct() throws IOException {
        // for subclasses
    }

    /**
     * Called once for a new object at the end of the execution that made it.
     *
     * @throws IOException if the content cannot be written
     */
    protected void flushToFileStore() throws IOException {
        // for subclasses
    }

    final List<FileStore> stores() {
        return m_stores;
    }

    final void restore(final List<FileStore> stores) throws IOException {
        m_stores = List.copyOf(stores);
        postConstruct();
    }

    final void flush() throws IOException {
        if (!m_flushed) {
            m_flushed = true;
            flushToFileStore();
        }
    }

    private List<FileStoreKey> keys() {
        return m_stores.stream().map(FileStore::key).toList();
    }

    @Override
    public String toString() {
        return keys().toString();
    }

    @Override
    public int hashCode() {
        return keys().hashCode();
    }

    @Override
    public boolean equals(final Object obj) {
        return this == obj
            || obj != null && getClass() == obj.getClass() && keys().equals(((FileStorePortObject)obj).keys());
    }
}
