package org.scelmo.embedded.core.access;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreKey;
import org.knime.core.data.filestore.FileStorePortObject;

/** Access to file stores. */
public interface FileStoreAccess {

    /** The access. */
    FileStoreAccess INSTANCE = Accessors.get(FileStoreAccess.class, FileStorePortObject.class);

    /**
     * A store.
     *
     * @param key what identifies it
     * @param file where it is; asked at each access
     * @return the store
     */
    FileStore create(FileStoreKey key, Supplier<File> file);

    /**
     * What identifies a store.
     *
     * @param store the store
     * @return its key
     */
    FileStoreKey keyOf(FileStore store);

    /**
     * The stores of a port object.
     *
     * @param object the port object
     * @return its stores in order
     */
    List<FileStore> storesOf(FileStorePortObject object);

    /**
     * Gives a port object that was just read its stores and lets it read their content.
     *
     * @param object the port object
     * @param stores its stores in order
     * @throws IOException if the content cannot be read
     */
    void restore(FileStorePortObject object, List<FileStore> stores) throws IOException;

    /**
     * Lets a new port object write what it has not written to its stores yet; only the first call has an effect.
     *
     * @param object the port object
     * @throws IOException if it cannot be written
     */
    void flush(FileStorePortObject object) throws IOException;
}
