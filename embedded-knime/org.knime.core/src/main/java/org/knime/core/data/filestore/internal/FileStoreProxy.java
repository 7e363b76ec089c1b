package org.knime.core.data.filestore.internal;

/** Names the callback by which port objects write to their stores. */
public final class FileStoreProxy {

    private FileStoreProxy() {
    }

    /** Something that writes to its stores late. */
    public interface FlushCallback {
    }
}
