package org.knime.core.data.filestore;

import java.util.List;

/** Looks into file stores and port objects. */
public final class FileStoreUtil {

    private FileStoreUtil() {
    }

    public static FileStoreKey getFileStoreKey(final FileStore fileStore) {
        return fileStore.key();
    }

    public static List<FileStore> getFileStores(final FileStorePortObject po) {
        return po.stores();
    }
}
