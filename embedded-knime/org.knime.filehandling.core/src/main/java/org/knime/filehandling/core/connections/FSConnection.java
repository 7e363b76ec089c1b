package org.knime.filehandling.core.connections;

import java.io.IOException;

/** Holds a file system open. */
public interface FSConnection extends AutoCloseable {

    /** @return the file system */
    FSFileSystem<?> getFileSystem();

    @Override
    default void close() throws IOException {
        getFileSystem().ensureClosed();
    }
}
