package org.knime.filehandling.core.connections.location;

import java.io.IOException;

import org.knime.filehandling.core.connections.FSConnection;
import org.knime.filehandling.core.connections.FSPath;

/** A path and the connection that keeps it usable. Close it when the path is no longer needed. */
public interface FSPathProvider extends AutoCloseable {

    /** @return the path */
    FSPath getPath();

    /** @return its connection */
    FSConnection getFSConnection();

    @Override
    void close() throws IOException;
}
