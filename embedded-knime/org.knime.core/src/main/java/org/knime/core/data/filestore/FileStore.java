package org.knime.core.data.filestore;

import java.io.File;
import java.util.function.Supplier;

/** A file or folder that belongs to a node and is kept with its results. */
public final class FileStore {

    private final FileStoreKey m_key;

    private final Supplier<File> m_file;

    FileStore(final FileStoreKey key, final Supplier<File> file) {
        m_key = key;
        m_file = file;
    }

    /**
     * Where the store is now; may change when the workflow is saved or loaded.
     *
     * @return a path that may be made a file or a folder
     */
    public File getFile() {
        return m_file.get();
    }

    FileStoreKey key() {
        return m_key;
    }

    @Override
    public String toString() {
        return m_key.toString();
    }
}
