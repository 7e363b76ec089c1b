package org.scelmo.embedded.core.filestore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreKey;

/** All file store folders of a workflow, by their ids. */
public final class FileStoreRepository {

    private final Map<UUID, FileStoreFolder> m_folders = new ConcurrentHashMap<>();

    /**
     * Adds a folder.
     *
     * @param folder the folder
     */
    public void add(final FileStoreFolder folder) {
        m_folders.put(folder.uuid(), folder);
    }

    /**
     * Forgets a folder; its files stay.
     *
     * @param uuid its id
     */
    public void remove(final UUID uuid) {
        m_folders.remove(uuid);
    }

    /**
     * The folder of an id.
     *
     * @param uuid the id
     * @return the folder, empty if it is not known
     */
    public Optional<FileStoreFolder> find(final UUID uuid) {
        return Optional.ofNullable(m_folders.get(uuid));
    }

    /**
     * Finds the stores of keys.
     *
     * @param keys the keys
     * @return the stores in the same order
     * @throws IOException if the folder of a key is not known
     */
    public List<FileStore> resolve(final List<FileStoreKey> keys) throws IOException {
        final var stores = new ArrayList<FileStore>();
        for (final var key : keys) {
            stores.add(find(key.getStoreUUID())
                .orElseThrow(() -> new IOException("The node that created file store " + key + " is not known"))
                .resolve(key));
        }
        return stores;
    }
}
