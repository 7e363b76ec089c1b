package org.knime.filehandling.core.connections.location;

import java.io.IOException;

import org.knime.filehandling.core.connections.FSConnection;
import org.knime.filehandling.core.connections.FSLocation;

/** All paths share one connection, which lives as long as the factory. */
final class SharedConnectionFactory extends FSPathProviderFactory {

    private final FSConnection m_connection;

    SharedConnectionFactory(final FSConnection connection) {
        m_connection = connection;
    }

    @Override
    public FSPathProvider create(final FSLocation location) {
        return new ConnectedPath(m_connection, location, false);
    }

    @Override
    public void close() throws IOException {
        m_connection.close();
    }
}
