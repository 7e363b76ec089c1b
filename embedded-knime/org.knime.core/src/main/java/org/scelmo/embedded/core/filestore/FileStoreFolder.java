package org.scelmo.embedded.core.filestore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreKey;
import org.knime.core.util.DuplicateKeyException;
import org.scelmo.embedded.core.access.FileStoreAccess;
import org.scelmo.embedded.core.io.TempFiles;

/**
 * The file stores that one execution of a node has created: a folder (1000 stores to a sub-folder of two levels, as
 * KNIME has it on disk) and the UUID by which the stores' keys refer to it.
 */
public final class FileStoreFolder implements FileStoreSource {

    private static final int STORES_PER_FOLDER = 1000;

    private final UUID m_uuid;

    private final Path m_folder;

    private final Set<String> m_names = new HashSet<>();

    private int m_next;

    private boolean m_used;

    private FileStoreFolder(final UUID uuid, final Path folder, final boolean used) {
        m_uuid = uuid;
        m_folder = folder;
        m_used = used;
    }

    /**
     * A place for the stores of a new execution.
     *
     * @param uuid its id
     * @param folder where the stores go; created with the first one
     * @return the folder
     */
    public static FileStoreFolder create(final UUID uuid, final Path folder) {
        return new FileStoreFolder(uuid, folder, false);
    }

    /**
     * Stores that were saved before.
     *
     * @param uuid their id
     * @param folder where they lie
     * @return the folder, open for reading only
     */
    public static FileStoreFolder open(final UUID uuid, final Path folder) {
        final var opened = new FileStoreFolder(uuid, folder, true);
        opened.m_next = -1;
        return opened;
    }

    /** @return the id by which keys refer to this folder */
    public UUID uuid() {
        return m_uuid;
    }

    /** @return where the stores lie */
    public Path folder() {
        return m_folder;
    }

    /** @return whether a store was created */
    public boolean isUsed() {
        return m_used;
    }

    @Override
    public synchronized FileStore createFileStore(final String name) throws IOException {
        if (m_next < 0) {
            throw new IllegalStateException("The file stores of a saved node are read-only.");
        }
        checkName(name);
        if (!m_names.add(name)) {
            throw new DuplicateKeyException("Duplicate file store name: \"" + name + "\"", name);
        }
        final var key = new FileStoreKey(m_uuid, m_next++, null, -1, name);
        Files.createDirectories(fileOf(key).getParent());
        m_used = true;
        return resolve(key);
    }

    private static void checkName(final String name) {
        if (name == null || name.isEmpty() || name.startsWith(".") || name.contains("/") || name.contains("\\")) {
            throw new IllegalArgumentException("\"" + name + "\" is no name for a file store: it must not be empty,"
                + " contain a slash or backslash, or start with a dot.");
        }
    }

    /**
     * The store of a key.
     *
     * @param key a key of this folder
     * @return the store
     */
    public FileStore resolve(final FileStoreKey key) {
        return FileStoreAccess.INSTANCE.create(key, () -> fileOf(key).toFile());
    }

    private Path fileOf(final FileStoreKey key) {
        final var bucket = key.getIndex() / STORES_PER_FOLDER;
        return m_folder.resolve(String.format(Locale.ROOT, "%03d", bucket / STORES_PER_FOLDER))
            .resolve(String.format(Locale.ROOT, "%03d", bucket % STORES_PER_FOLDER)).resolve(key.getNameOnDisc());
    }

    /** Deletes all stores. */
    public synchronized void delete() {
        TempFiles.delete(m_folder);
        m_used = false;
    }
}
