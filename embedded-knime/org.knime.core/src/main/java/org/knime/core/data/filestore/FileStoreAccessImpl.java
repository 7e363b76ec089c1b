package org.knime.core.data.filestore;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

import org.scelmo.embedded.core.access.FileStoreAccess;

/** Opens file stores to the host. */
final class FileStoreAccessImpl implements FileStoreAccess {

    @Override
    public FileStore create(final FileStoreKey key, final Supplier<File> file) {
        return new FileStore(key, file);
    }

    @Override
    public FileStoreKey keyOf(final FileStore store) {
        return store.key();
    }

    @Override
    public List<FileStore> storesOf(final FileStorePortObject object) {
        return object.stores();
    }

    @Override
    public void restore(final FileStorePortObject object, final List<FileStore> stores) throws IOException {
        object.restore(stores);
    }

    @Override
    public void flush(final FileStorePortObject object) throws IOException {
        object.flush();
    }
}
