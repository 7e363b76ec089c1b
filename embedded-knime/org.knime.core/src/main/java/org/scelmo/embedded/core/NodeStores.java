package org.scelmo.embedded.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.scelmo.embedded.core.filestore.FileStoreFolder;
import org.scelmo.embedded.core.filestore.FileStoreRepository;
import org.scelmo.embedded.core.io.TempFiles;

/** The file stores of one node: each execution gets a new folder, the last one goes when it starts. */
final class NodeStores {

    private final FileStoreRepository m_repository;

    private final Supplier<Path> m_parent;

    private FileStoreFolder m_current;

    NodeStores(final FileStoreRepository repository, final Supplier<Path> parent) {
        m_repository = repository;
        m_parent = parent;
    }

    static NodeStores temporary() {
        return new NodeStores(new FileStoreRepository(), () -> {
            try {
                return TempFiles.createFolder("filestores");
            } catch (final IOException e) {
                throw new UncheckedIOException("No place for file stores: " + e.getMessage(), e);
            }
        });
    }

    Optional<FileStoreFolder> current() {
        return Optional.ofNullable(m_current);
    }

    FileStoreFolder renew() {
        drop();
        final var id = UUID.randomUUID();
        restore(FileStoreFolder.create(id, m_parent.get().resolve(id.toString())));
        return m_current;
    }

    void restore(final FileStoreFolder folder) {
        m_repository.add(folder);
        m_current = folder;
    }

    void drop() {
        if (m_current != null) {
            m_repository.remove(m_current.uuid());
            m_current.delete();
            m_current = null;
        }
    }
}
