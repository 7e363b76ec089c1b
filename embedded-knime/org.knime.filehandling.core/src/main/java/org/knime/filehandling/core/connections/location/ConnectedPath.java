package org.knime.filehandling.core.connections.location;

import java.io.IOException;

import org.knime.filehandling.core.connections.FSConnection;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.FSPath;

/** A path with its connection, which it closes only if it owns it. */
final class ConnectedPath implements FSPathProvider {

    private final FSConnection m_connection;

    private final FSPath m_path;

    private final boolean m_owner;

    ConnectedPath(final FSConnection connection, final FSLocation location, final boolean owner) {
        m_connection = connection;
        m_path = connection.getFileSystem().getPath(location);
        m_owner = owner;
    }

    @Override
    public FSPath getPath() {
        return m_path;
    }

    @Override
    public FSConnection getFSConnection() {
        return m_connection;
    }

    @Override
    public void close() throws IOException {
        if (m_owner) {
            m_connection.close();
        }
    }
}
