package org.scelmo.embedded.core.filestore;

import java.io.IOException;

import org.knime.core.data.filestore.FileStore;

/** Where nodes get file stores from. */
public interface FileStoreSource {

    /**
     * Creates a store.
     *
     * @param name its name, unique in one execution of a node
     * @return the new store; its file or folder does not exist yet
     * @throws IOException if no place can be made for it
     */
    FileStore createFileStore(String name) throws IOException;
}
